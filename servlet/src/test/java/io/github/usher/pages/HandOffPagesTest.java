package io.github.usher.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class HandOffPagesTest {
    static final List<String> LANGUAGES = Texts.LANGUAGES;
    private static final String NASTY = "https://acme.chilipiper.com/book?id=\"><script>alert(1)</script>&x='y'";

    private final HandOffPages pages = new HandOffPages(
            List.of("https://chilipiper.com", "https://*.chilipiper.com", "https://meet.acme.example"));

    private List<Page> all(Locale locale) {
        return List.of(
                pages.onward(locale, NASTY),
                pages.framed(locale, framing(NASTY)),
                pages.waiting(locale, "?wait&\"><b>", 0),
                pages.elsewhere(locale, NASTY),
                pages.choice(locale, NASTY, NASTY + "2"),
                pages.unknown(locale),
                pages.booked(locale),
                pages.sentence(locale, null));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_page_is_well_formed_in_every_language_and_has_what_it_needs(String language) throws Exception {
        for (var page : all(Locale.forLanguageTag(language))) {
            var html = parse(page.html());
            assertThat(html.getDocumentElement().getAttribute("lang")).isEqualTo(language);
            assertThat(html.getDocumentElement().getAttribute("dir")).isEqualTo("ltr");
            assertThat(texts(html, "title")).hasSize(1).doesNotContain("");
            assertThat(elements(html, "main")).hasSize(1);
            assertThat(elements(html, "script"))
                    .hasSize(elements(html, "iframe").size());
            assertThat(page.html()).doesNotContainPattern("<[^>]+ (on[a-z]+|style)=");
        }
    }

    @Test
    void every_page_carries_its_own_headers() {
        for (var page : all(Locale.ENGLISH)) {
            assertThat(page.headers())
                    .containsEntry("Content-Type", "text/html;charset=UTF-8")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("Referrer-Policy", "no-referrer")
                    .containsEntry("Cache-Control", "no-store");
        }
    }

    @Test
    void the_policy_lets_in_one_style_and_the_booking_hosts_alone() throws Exception {
        var page = pages.framed(Locale.ENGLISH, framing("https://acme.chilipiper.com/x"));
        var style = elements(parse(page.html()), "style");

        assertThat(style).hasSize(1);
        var nonce = style.get(0).getAttribute("nonce");
        assertThat(nonce).hasSizeGreaterThanOrEqualTo(22);
        assertThat(page.headers().get("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-src https://chilipiper.com https://*.chilipiper.com "
                        + "https://meet.acme.example; style-src 'nonce-" + nonce + "'; script-src 'nonce-" + nonce
                        + "'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; connect-src 'self'");
        assertThat(elements(parse(page.html()), "script").get(0).getAttribute("nonce"))
                .isEqualTo(nonce);
        assertThat(pages.unknown(Locale.ENGLISH).headers().get("Content-Security-Policy"))
                .endsWith("form-action 'none'");
    }

    @Test
    void no_two_pages_share_a_nonce() {
        assertThat(pages.unknown(Locale.ENGLISH).headers().get("Content-Security-Policy"))
                .isNotEqualTo(pages.unknown(Locale.ENGLISH).headers().get("Content-Security-Policy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//evil.example/", "data:text/html,x", "", "/path", " https://x"})
    void an_address_that_is_not_of_the_web_is_refused(String url) {
        assertThatThrownBy(() -> pages.onward(Locale.ENGLISH, url)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pages.framed(Locale.ENGLISH, framing(url)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pages.choice(Locale.ENGLISH, "https://x", url))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onward_goes_on_at_once_with_a_link_beside() throws Exception {
        var html = parse(pages.onward(Locale.ENGLISH, NASTY).html());

        assertThat(refresh(html)).isEqualTo("0;url=" + NASTY);
        assertThat(attributes(html, "a", "href")).containsExactly(NASTY);
    }

    @Test
    void framed_has_one_frame_with_a_title_and_a_link_for_a_blocked_one() throws Exception {
        var html = parse(pages.framed(Locale.ENGLISH, framing(NASTY)).html());

        assertThat(attributes(html, "iframe", "src")).containsExactly(NASTY);
        assertThat(attributes(html, "iframe", "title")).containsExactly("Calendar for choosing a time");
        assertThat(attributes(html, "a", "href")).containsExactly(NASTY, NASTY, "/thanks.jsp?a=\"b\"");
        assertThat(refresh(html)).isEmpty();
    }

    @Test
    void framed_tells_its_script_what_it_needs_and_nothing_of_the_visitor() throws Exception {
        var main = elements(parse(pages.framed(Locale.GERMAN, framing(NASTY)).html()), "main")
                .get(0);

        assertThat(main.getAttribute("data-submission")).isEqualTo("7Q4K000001");
        assertThat(main.getAttribute("data-report")).isEqualTo("/usher/booking/x");
        assertThat(main.getAttribute("data-booked")).isEqualTo("/thanks.jsp?a=\"b\"");
        assertThat(main.getAttribute("data-trusted")).isEqualTo("https://a.example https://*.b.example");
        assertThat(main.getAttribute("data-text-booked")).isEqualTo("Ihr Termin ist gebucht.");
        assertThat(main.hasAttribute("data-closed")).isFalse();
        assertThat(main.hasAttribute("data-inside")).isFalse();
    }

    private static Framing framing(String url) {
        return new Framing(
                url,
                List.of("https://acme.chilipiper.com", "https://acme.na.chilipiper.com"),
                "7Q4K000001",
                "/usher/booking/x",
                "/thanks.jsp?a=\"b\"",
                5,
                null,
                "/thanks.jsp?a=\"b\"",
                "<p>We will call.</p>",
                List.of("https://a.example", "https://*.b.example"),
                false);
    }

    @Test
    void waiting_tells_so_and_asks_again_at_once() throws Exception {
        var page = pages.waiting(Locale.GERMANY, "?wait", 0);
        var html = parse(page.html());

        assertThat(refresh(html)).isEqualTo("0;url=?wait");
        assertThat(attributes(html, "p", "role")).containsExactly("status");
        assertThat(attributes(html, "div", "role")).containsExactly("progressbar");
        assertThat(page.html()).contains("prefers-reduced-motion: reduce");
        assertThat(texts(html, "h1")).containsExactly("Einen Moment bitte");
        assertThat(attributes(html, "h1", "tabindex")).containsExactly("-1");
    }

    @Test
    void a_choice_offers_the_call_first_and_then_the_calendar() throws Exception {
        var html = parse(pages.choice(Locale.ENGLISH, "https://cal.example/", "https://call.example/")
                .html());

        assertThat(attributes(html, "a", "href")).containsExactly("https://call.example/", "https://cal.example/");
        assertThat(refresh(html)).isEmpty();
    }

    @Test
    void an_unknown_address_is_a_404() {
        assertThat(pages.unknown(Locale.ENGLISH).status()).isEqualTo(404);
    }

    @Test
    void a_sentence_is_ours_or_what_the_site_wrote() throws Exception {
        assertThat(texts(parse(pages.sentence(Locale.FRENCH, null).html()), "p"))
                .allMatch(text -> text.startsWith("Merci."));
        assertThat(pages.sentence(Locale.FRENCH, " \n").html()).contains("Merci. ");
        assertThat(pages.sentence(Locale.FRENCH, "<em>Later</em>").html())
                .contains("<main>\n<em>Later</em>\n</main>")
                .doesNotContain("Merci.");
    }

    @Test
    void the_tags_frame_is_one_escaped_element() throws Exception {
        var html = parse(pages.frameTag(Locale.ENGLISH, "/shop/usher/booking/x?a=\"&b='"));

        assertThat(html.getDocumentElement().getTagName()).isEqualTo("iframe");
        assertThat(html.getDocumentElement().getAttribute("src")).isEqualTo("/shop/usher/booking/x?a=\"&b='");
        assertThat(html.getDocumentElement().getAttribute("title")).isNotEmpty();
    }

    @Nested
    class Languages {
        @ParameterizedTest
        @CsvSource({"de-AT, de", "pt-BR, pt", "zh-Hant-TW, zh", "en-GB, en", "tlh, en", "ar, en"})
        void are_chosen_by_the_locale_and_else_english(String tag, String language) {
            assertThat(Texts.choose(Locale.forLanguageTag(tag))).isEqualTo(language);
        }

        @Test
        void all_have_the_same_texts_and_none_is_blank_or_english() {
            var english = Texts.read("en").texts();
            LANGUAGES.forEach(language -> {
                var texts = Texts.read(language);
                assertThat(texts.texts().keySet()).as(language).isEqualTo(english.keySet());
                assertThat(texts.texts().values()).as(language).noneMatch(String::isBlank);
                if (!language.equals("en")) {
                    assertThat(texts.texts().values()).as(language).doesNotContainAnyElementsOf(english.values());
                }
            });
        }
    }

    private static Document parse(String html) throws SAXException, IOException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static String refresh(Document html) {
        return elements(html, "meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("refresh"))
                .map(meta -> meta.getAttribute("content"))
                .reduce("", String::concat);
    }

    private static List<String> attributes(Document html, String tag, String attribute) {
        return elements(html, tag).stream()
                .map(element -> element.getAttribute(attribute))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static List<String> texts(Document html, String tag) {
        return elements(html, tag).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document html, String tag) {
        var found = new ArrayList<Element>();
        var nodes = html.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}

package io.github.usher.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.guess.PageField;
import io.github.usher.site.SiteFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OldPagesTest {
    private Pages pages;

    @BeforeEach
    void open(@TempDir Path folder) {
        pages = new Pages(folder);
    }

    /** Tables, no labels, a form in a form, scriptlets inside attributes and tags that are never closed. */
    @Nested
    class A_jsp_of_2004_in_shift_jis {
        private static List<FoundForm> forms(String file) throws Exception {
            var resource = OldPagesTest.class.getResource(file);
            assertThat(resource).isNotNull();
            try (var site = SiteFiles.open(Path.of(resource.toURI()))) {
                return new PageReader(site, Frameworks.USUAL).read(file).forms();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"inquiry-2004.jsp", "inquiry-2004-undeclared.jsp"})
        void is_read_with_the_texts_of_its_cells_as_labels(String file) throws Exception {
            var form = forms(file).get(1).form();

            assertThat(form.action()).isEqualTo("/inquiry.do");
            assertThat(form.fields())
                    .extracting(Pages::told)
                    .containsExactly(
                            "cmd|hidden|",
                            "kaisha|text|会社名 ※",
                            "sei|text|姓",
                            "mei|text|名",
                            "mail|text|メールアドレス",
                            "tel1|text|電話番号",
                            "tel2|text|電話番号",
                            "tel3|text|電話番号",
                            "zip|text|郵便番号",
                            "jusho|text|ご住所",
                            "shubetsu|select|お問い合わせ種別",
                            "naiyo|textarea|内容");
            assertThat(form.fields().get(10).options()).isNotEmpty();
        }

        @Test
        void keeps_its_search_box_apart() throws Exception {
            assertThat(forms("inquiry-2004.jsp").get(0).form().fields())
                    .extracting(PageField::name)
                    .containsExactly("q");
        }
    }

    @Test
    void what_stands_behind_the_end_of_an_inner_form_is_still_told() throws IOException {
        pages.with(
                "a.html",
                "<form action='/a'><input name='a'><form action='/b'><input name='b'></form><input name='c'></form>");

        var forms = pages.read("a.html").forms();

        assertThat(forms).hasSize(2);
        assertThat(forms.get(0).form().fields()).extracting(PageField::name).containsExactly("a", "b");
        assertThat(forms.get(1).isOutside()).isTrue();
        assertThat(forms.get(1).form().fields()).extracting(PageField::name).containsExactly("c");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-31j, お問い合わせの内容をご記入ください",
        "EUC-JP, お問い合わせの内容をご記入ください",
        "GB18030, 请输入您的姓名和电话号码我们会尽快联系您",
        "windows-1251, Пожалуйста введите ваше имя и телефон",
        "ISO-8859-1, Straße und Größe für Ärger",
        "UTF-8, Straße 山田 имя",
        "UTF-16LE, Straße"
    })
    void a_text_without_any_word_of_its_encoding_is_known_by_its_look(String charset, String text) throws IOException {
        var mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";
        pages.with("a.html", mark + "<form>" + text + " <input name='x'></form>", Charset.forName(charset));

        assertThat(pages.form("a.html").form().fields().get(0).label()).isEqualTo(text);
    }

    @Test
    void a_page_that_says_the_wrong_encoding_is_believed_only_where_it_can_be_true() throws IOException {
        pages.with(
                "a.jsp",
                "<%@ page pageEncoding=\"UTF-8\" %><form>Straße <input name='x'></form>",
                Charset.forName("ISO-8859-1"));

        assertThat(pages.form("a.jsp").form().fields().get(0).label()).isEqualTo("Straße");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input name='x' style='position:absolute; left:-9999px'>",
                "<div style='display:none'><label>Website</label><input name='x'></div>",
                "<style>.hny { display: none }</style><p class='hny'><input name='x'></p>",
                "<input name='x' class='visually-hidden'>",
                "<input name='x' tabindex='-1'>"
            })
    void a_field_that_nobody_sees_is_told_as_such(String field) throws IOException {
        pages.with("a.html", "<form><input name='email'>" + field + "</form>");

        assertThat(pages.form("a.html").form().fields())
                .extracting(PageField::invisible)
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<%",
                "<%@",
                "<%= \"",
                "${",
                "<form:input path=\"",
                "<form><input name=<%=",
                "#if(",
                "<#if",
                "<@",
                "{{",
                "<?php",
                "<a:b",
                "<jsp:include page=\"x",
                "\u0000\uFFFF<form>",
                "<form><select><option><form><table><input name=a"
            })
    void whatever_breaks_off_is_read_all_the_same(String text) throws IOException {
        for (var name : List.of("a.jsp", "a.html", "a.vm", "a.ftl", "a.php", "a.html.erb")) {
            pages.with(name, text);
            assertThat(pages.read(name)).isNotNull();
        }
    }
}

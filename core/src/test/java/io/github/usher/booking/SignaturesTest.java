package io.github.usher.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @Nested
    class OfTheSite {
        private final SiteSecrets secrets = new SiteSecrets(List.of("a-secret-of-the-site"));

        @Test
        void a_webhook_address_is_signed_for_one_submission() {
            var mac = secrets.webhookMac("7Q4K000001");

            assertThat(mac).hasSize(43).matches("[A-Za-z0-9_-]+");
            assertThat(secrets.isWebhookMac("7Q4K000001", mac)).isTrue();
            assertThat(secrets.isWebhookMac("7Q4K000002", mac)).isFalse();
        }

        @Test
        void every_other_mac_is_wrong() {
            var mac = secrets.webhookMac("7Q4K000001");
            var wrong = List.of(
                    "",
                    "x",
                    mac.substring(1),
                    mac + "A",
                    mac + "=",
                    mac.toLowerCase(Locale.ROOT),
                    "%41" + mac.substring(1),
                    changed(mac, 0),
                    changed(mac, 20),
                    changed(mac, 42));

            assertThat(wrong).allMatch(each -> !secrets.isWebhookMac("7Q4K000001", each));
        }

        @Test
        void the_first_secret_signs_and_all_verify() {
            var rotated = new SiteSecrets(List.of("the-new-secret-of-it", "a-secret-of-the-site"));

            assertThat(rotated.isWebhookMac("7Q4K000001", secrets.webhookMac("7Q4K000001")))
                    .isTrue();
            assertThat(secrets.isWebhookMac("7Q4K000001", rotated.webhookMac("7Q4K000001")))
                    .isFalse();
        }

        @Test
        void a_link_to_resume_opens_its_submission_until_its_time_is_over() {
            var token = secrets.resumeToken("7Q4K000001", NOW.plus(Duration.ofDays(7)));

            assertThat(token).hasSizeLessThan(64).matches("[A-Za-z0-9_-]+");
            assertThat(secrets.resumed(token, NOW)).contains("7Q4K000001");
            assertThat(secrets.resumed(token, NOW.plus(Duration.ofDays(8)))).isEmpty();
        }

        @Test
        void no_other_token_resumes_anything() {
            var token = secrets.resumeToken("7Q4K000001", NOW.plus(Duration.ofDays(7)));
            var mac = secrets.webhookMac("7Q4K000001");

            for (var wrong : List.of(
                    token.replace("7Q4K000001", "7Q4K000002"),
                    changed(token, 19),
                    changed(token, token.length() - 1),
                    token.substring(0, token.length() - 1),
                    "resume-7Q4K000001-zzzzzzzz-" + mac.substring(0, 27),
                    "resume-7Q4K000001-zzzzzzzzzzzzzzz-" + mac,
                    "resume-",
                    "resume---",
                    mac)) {
                assertThat(secrets.resumed(wrong, NOW)).as(wrong).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "ok,"})
        void an_empty_secret_is_none(String list) {
            assertThatThrownBy(() -> new SiteSecrets(List.of(list.split(",", -1))))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        private static String changed(String text, int at) {
            char other = text.charAt(at) == 'A' ? 'B' : 'A';
            return text.substring(0, at) + other + text.substring(at + 1);
        }
    }

    @Nested
    class OfTheNewPlatform {
        private static final String SECRET = "whatever";
        private final byte[] body = "{\"type\":\"Created\"}".getBytes(StandardCharsets.UTF_8);
        private final String time = Long.toString(NOW.getEpochSecond());
        private final String signature = ConciergeSignature.of(SECRET, time, body);

        @Test
        void a_signature_is_the_known_one() {
            assertThat(ConciergeSignature.of("secret", "1700000000", "{}".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo("b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163");
        }

        @Test
        void the_right_one_within_the_window_verifies() {
            assertThat(verifies(time, signature, body, NOW)).isTrue();
            assertThat(verifies(time, signature, body, NOW.plus(ConciergeSignature.WINDOW)))
                    .isTrue();
            assertThat(verifies(time, signature, body, NOW.minus(ConciergeSignature.WINDOW)))
                    .isTrue();
        }

        @Test
        void one_outside_of_the_window_does_not_though_it_is_right() {
            assertThat(verifies(
                            time,
                            signature,
                            body,
                            NOW.plus(ConciergeSignature.WINDOW).plusSeconds(1)))
                    .isFalse();
            assertThat(verifies(time, signature, body, NOW.plus(Duration.ofDays(1))))
                    .isFalse();
            assertThat(verifies(time, signature, body, NOW.minus(Duration.ofDays(1))))
                    .isFalse();
        }

        @Test
        void nothing_else_verifies() {
            var other = "{\"type\":\"Deleted\"}".getBytes(StandardCharsets.UTF_8);
            assertThat(verifies(time, signature, other, NOW)).isFalse();
            assertThat(verifies(Long.toString(NOW.getEpochSecond() + 1), signature, body, NOW))
                    .isFalse();
            for (var wrong : new String[] {
                "", signature.substring(1), signature + "0", signature.toUpperCase(Locale.ROOT), " " + signature
            }) {
                assertThat(verifies(time, wrong, body, NOW)).isFalse();
            }
            for (var wrong : new String[] {"", "x", "-1", "1e9", "99999999999999999999", time + " "}) {
                assertThat(verifies(wrong, ConciergeSignature.of(SECRET, wrong, body), body, NOW))
                        .isFalse();
            }
            assertThat(ConciergeSignature.verifies(SECRET, null, signature, body, NOW))
                    .isFalse();
            assertThat(ConciergeSignature.verifies(SECRET, time, null, body, NOW))
                    .isFalse();
        }

        private boolean verifies(String timestamp, String given, byte[] of, Instant at) {
            return ConciergeSignature.verifies(SECRET, timestamp, given, of, at);
        }
    }
}

package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whatever browsers, scripts and attackers post to a form. */
final class BadInput {
    private static final String PAIR = "last_name=Ada&email=ada%40ae.example&a=one";

    private BadInput() {}

    static List<RawRequest> all() {
        var all = new ArrayList<RawRequest>();
        all.addAll(sizes());
        all.addAll(values());
        all.addAll(names());
        all.addAll(types());
        all.addAll(parts());
        all.addAll(transfer());
        all.addAll(paths());
        return all;
    }

    private static List<RawRequest> sizes() {
        return List.of(
                RawRequest.form("1,001 fields", fields(1_001)),
                RawRequest.form("10,001 fields", fields(10_001)),
                RawRequest.form("2 MiB and a byte", PAIR + "&b=" + "x".repeat(2 * 1024 * 1024 - PAIR.length() - 2)),
                RawRequest.form("1 MB in one field", "last_name=Ada&a=" + "x".repeat(1_000_000)),
                RawRequest.form("2,000 colliding keys", "last_name=Ada&a=1&" + colliding()));
    }

    private static List<RawRequest> values() {
        return List.of(
                RawRequest.form("x=100%", PAIR + "&x=100%"),
                RawRequest.form("a=%zz", "last_name=Ada&a=%zz"),
                RawRequest.form("a lone %EB", "last_name=Zo%EB&a=%EB"),
                RawRequest.form("a lone %EB in UTF-8", "last_name=Zo%EB&a=%EB")
                        .withHeaders(RawRequest.FORM, "X-Encoding: UTF-8"),
                RawRequest.form("a raw 0xEB", "last_name=Zo\u00eb&a=\u00eb".getBytes(ISO_8859_1)),
                RawRequest.form("raw UTF-8", "last_name=Zo\u00eb&a=\u00eb"),
                RawRequest.form("overlong %C0%AF", "last_name=Ada&a=x%C0%AFy"),
                RawRequest.form("a lone surrogate", "last_name=Ada&a=x%ED%A0%80y"),
                RawRequest.form("NUL", "last_name=Ada&a=x%00y"),
                RawRequest.form("U+202E", "last_name=Ada&a=x%E2%80%AEy")
                        .withHeaders(RawRequest.FORM, "X-Encoding: UTF-8"),
                RawRequest.form("zero width", "last_name=Ada&a=x%E2%80%8By%EF%BB%BF")
                        .withHeaders(RawRequest.FORM, "X-Encoding: UTF-8"),
                RawRequest.form("emoji", "last_name=Ada&a=%F0%9F%A6%84")
                        .withHeaders(RawRequest.FORM, "X-Encoding: UTF-8"),
                RawRequest.form(
                                "decomposed letters",
                                "last_name=Ada&a=" + Normalizer.normalize("\u00eb", Normalizer.Form.NFD))
                        .withHeaders(RawRequest.FORM, "X-Encoding: UTF-8"),
                RawRequest.form(
                        "an e-mail of 300 characters", "last_name=Ada&email=" + "a".repeat(290) + "%40ae.example"),
                RawRequest.form(
                        "an e-mail with CR LF", "last_name=Ada&email=a%40ae.example%0D%0ABcc%3A+b%40ae.example"),
                RawRequest.form("an e-mail with quotes", "last_name=Ada&email=%22a%5C%22b%22%40ae.example"),
                RawRequest.form("an e-mail of a unicode domain", "last_name=Ada&email=a%40b%C3%BCcher.example"),
                RawRequest.form("an e-mail with +", "last_name=Ada&email=a%2Bb%40ae.example&a=a+b"));
    }

    private static List<RawRequest> names() {
        return List.of(
                RawRequest.form("the same field twice", "last_name=Ada&a=one&a=two&a="),
                RawRequest.form("in query and body", "last_name=Ada&a=body").query("?a=query&last_name=Query"),
                RawRequest.form("only in the query", "").query("?last_name=Query&a=100%25"),
                RawRequest.form("a bad query", PAIR).query("?b=%zz"),
                RawRequest.form("email[]", "last_name=Ada&email%5B%5D=a&email[]=b"),
                RawRequest.form("an empty name", "last_name=Ada&=x&a=1"),
                RawRequest.form("no value", "last_name&a&&=&"),
                RawRequest.form("nothing", ""));
    }

    private static List<RawRequest> types() {
        var latin = "last_name=Zo%EB&a=%EB";
        return List.of(
                RawRequest.form("charset UTF-16", latin).withHeaders(RawRequest.FORM + "; charset=UTF-16"),
                RawRequest.form("a body of UTF-16", PAIR.getBytes(UTF_16))
                        .withHeaders(RawRequest.FORM + "; charset=UTF-16"),
                RawRequest.form("charset UTF-7", "last_name=Ada&a=%2BAOs-")
                        .withHeaders(RawRequest.FORM + "; charset=UTF-7"),
                RawRequest.form("charset nonsense", latin).withHeaders(RawRequest.FORM + "; charset=nonsense"),
                RawRequest.form("charset ISO-8859-1", latin).withHeaders(RawRequest.FORM + "; charset=ISO-8859-1"),
                RawRequest.form("a charset without a name", latin).withHeaders(RawRequest.FORM + "; charset="),
                RawRequest.form("no type", PAIR).withHeaders(),
                RawRequest.form("text/plain", String.join("\r\n", "last_name=Ada", "a=one", ""))
                        .withHeaders("Content-Type: text/plain"),
                RawRequest.form("JSON", "{\"last_name\":\"Ada\",\"a\":\"one\"}")
                        .withHeaders("Content-Type: application/json"),
                RawRequest.form("a type that is none", PAIR).withHeaders("Content-Type: ;;;"));
    }

    private static List<RawRequest> parts() {
        var file = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''..%2F..%2Fevil.jsp",
                "",
                "x",
                "");
        return List.of(
                multipart("two parts", part("last_name", "Ada") + part("a", "Zo\u00eb")),
                multipart(
                        "51 parts", part("last_name", "Ada") + part("a", "one").repeat(50)),
                multipart(
                        "a part header of 600 bytes",
                        part("last_name", "Ada")
                                + "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nX-Long: " + "x".repeat(600)
                                + "\r\n\r\none\r\n"),
                multipart("filename* with ../", part("last_name", "Ada") + file + part("a", "one")),
                multipart(
                        "nested",
                        part("last_name", "Ada")
                                + String.join(
                                        "\r\n",
                                        "--b",
                                        "Content-Disposition: form-data; name=\"a\"",
                                        "Content-Type: multipart/mixed; boundary=c",
                                        "",
                                        "--c",
                                        "Content-Disposition: file; filename=\"x\"",
                                        "",
                                        "one",
                                        "--c--",
                                        "")),
                multipart("no boundary", part("last_name", "Ada")).withHeaders("Content-Type: multipart/form-data"),
                multipart("another boundary", part("last_name", "Ada"))
                        .withHeaders("Content-Type: multipart/form-data; boundary=other"),
                RawRequest.form(
                                "multipart that ends early",
                                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\non")
                        .withHeaders("Content-Type: multipart/form-data; boundary=b")
                        .uploading(),
                multipart("multipart for a servlet without uploads", part("last_name", "Ada"))
                        .path("/SERVLET.do"));
    }

    private static List<RawRequest> transfer() {
        var half = PAIR.length() / 2;
        var bytes = PAIR.getBytes(UTF_8);
        return List.of(
                RawRequest.form("chunks", "").chunked(chunk(PAIR), "0\r\n\r\n".getBytes(UTF_8)),
                RawRequest.form("bad chunks", "").chunked(chunk(PAIR), "zz\r\nx\r\n".getBytes(UTF_8)),
                RawRequest.form("chunks that are far too long", "")
                        .chunked("ffffffffffffffff\r\nx\r\n".getBytes(UTF_8)),
                RawRequest.form("a slow body", PAIR)
                        .inPieces(
                                PAIR.substring(0, half).getBytes(UTF_8),
                                PAIR.substring(half, half + 1).getBytes(UTF_8),
                                PAIR.substring(half + 1).getBytes(UTF_8)),
                new RawRequest(
                        "a length that is no number",
                        false,
                        "POST",
                        null,
                        "",
                        "HTTP/1.1",
                        List.of(RawRequest.FORM, "Content-Length: x"),
                        List.of(bytes),
                        null),
                RawRequest.form("Expect: 100-continue", PAIR).withHeaders(RawRequest.FORM, "Expect: 100-continue"),
                RawRequest.form("Expect: the impossible", PAIR).withHeaders(RawRequest.FORM, "Expect: the-impossible"),
                RawRequest.form("HTTP/1.0", PAIR).version("HTTP/1.0"),
                RawRequest.form("HEAD", "").method("HEAD").query("?last_name=Ada&a=one"),
                RawRequest.form("OPTIONS", "").method("OPTIONS"),
                RawRequest.form("GET", "").method("GET").query("?last_name=Ada&a=one"),
                RawRequest.form("PUT", PAIR).method("PUT"),
                RawRequest.form("a method that nobody knows", PAIR).method("BREW"));
    }

    private static List<RawRequest> paths() {
        return IntStream.range(0, PATHS.size())
                .mapToObj(i -> RawRequest.form("the path " + PATHS.get(i), PAIR).path(PATHS.get(i)))
                .collect(Collectors.toList());
    }

    private static final List<String> PATHS = List.of(
            "/SERVLET.do;jsessionid=0123456789ABCDEF0123456789ABCDEF",
            "/SERVLET.do;a=b;c",
            "//SERVLET.do",
            "/./SERVLET.do",
            "/x/../SERVLET.do",
            "/%2e/SERVLET.do",
            "/x/%2e%2e/SERVLET.do",
            "/SERVLET.do/",
            "/SERVLET.DO",
            "/%53ERVLET.do",
            "/SERVLET%2Edo",
            "/SERVLET.do%00",
            "/SERVLET.do%2F",
            "/SERVLET.do#x",
            "/SERVLET.d\u00f6",
            "/../../SERVLET.do");

    private static RawRequest multipart(String name, String parts) {
        return RawRequest.form(name, parts + "--b--\r\n")
                .withHeaders("Content-Type: multipart/form-data; boundary=b", "X-Encoding: UTF-8")
                .uploading();
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static byte[] chunk(String text) {
        return (Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(UTF_8);
    }

    private static String fields(int count) {
        return "last_name=Ada&a=one&"
                + IntStream.range(2, count).mapToObj(i -> "f" + i + "=" + i).collect(Collectors.joining("&"));
    }

    /** "Aa" and "BB" have one hash code, and so has every chain of them. */
    private static String colliding() {
        var keys = List.of("");
        for (int i = 0; i < 11; i++) {
            keys = keys.stream()
                    .flatMap(key -> List.of(key + "Aa", key + "BB").stream())
                    .toList();
        }
        return keys.stream().limit(2_000).map(key -> key + "=1").collect(Collectors.joining("&"));
    }
}

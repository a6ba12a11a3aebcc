package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.usher.routing.Misbehaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One fault of the API, and what is to become of the lead.
 *
 * @param way of being accepted
 * @param ends the state of the lead after the one call
 */
record Fault(String name, String way, Misbehaviour behaviour, String ends) {
    static final String AGAIN = "waiting";
    static final String NEEDS_YOU = "needs you";
    static final String DISQUALIFIED = "disqualified";

    private static final String GOOD_URL = "https://acme.chilipiper.com/book/q?id=1";

    @Override
    public String toString() {
        return name + ", " + way;
    }

    static List<Fault> all() {
        var all = new ArrayList<Fault>();
        for (var way : List.of("redirect", "forward", "contains")) {
            all.add(new Fault("hangs", way, Misbehaviour.hangs(), AGAIN));
            all.add(new Fault("drips its body", way, Misbehaviour.dripsBody(), AGAIN));
            all.add(new Fault("drips its headers", way, Misbehaviour.dripsHeaders(), AGAIN));
            all.add(new Fault("resets before the answer", way, Misbehaviour.resetsBeforeTheAnswer(), AGAIN));
            all.add(answer("503", way, 503, "", AGAIN));
            all.add(answer("8004", way, 200, "{\"code\":8004}", NEEDS_YOU));
        }
        all.addAll(ofStatus());
        all.addAll(ofTheConnection());
        all.addAll(ofTheContent());
        all.addAll(ofTheAddress());
        return all;
    }

    private static List<Fault> ofStatus() {
        var all = new ArrayList<Fault>();
        for (int status : List.of(500, 502, 504)) {
            all.add(answer("status " + status, status, "<h1>Sorry</h1>", AGAIN));
        }
        for (int status : List.of(400, 422, 401, 403, 404, 410)) {
            all.add(answer("status " + status, status, "{\"message\":\"no\"}", NEEDS_YOU));
        }
        for (int code : List.of(8001, 8004, 8005)) {
            all.add(answer("code " + code + " on 200", 200, "{\"code\":" + code + "}", NEEDS_YOU));
            all.add(answer("code " + code + " on 400", 400, "{\"code\":\"" + code + "\"}", NEEDS_YOU));
        }
        for (int code : List.of(8003, 8007)) {
            all.add(answer(
                    "code " + code + " on 200, beside a URL",
                    200,
                    "{\"code\":" + code + ",\"url\":\"" + GOOD_URL + "\"}",
                    DISQUALIFIED));
            all.add(answer("code " + code + " on 400", 400, "{\"code\":" + code + "}", DISQUALIFIED));
        }
        all.add(answer("code 8002 on 200", 200, "{\"code\":8002}", AGAIN));
        all.add(answer("code 8002 on 422", 422, "{\"code\":8002}", AGAIN));
        all.add(answer(
                "no scheduling", 200, "{\"schedulingAllowed\":false,\"url\":\"" + GOOD_URL + "\"}", DISQUALIFIED));
        return all;
    }

    private static List<Fault> ofTheConnection() {
        return List.of(
                redirecting("resets in the body", Misbehaviour.resetsInTheBody(), AGAIN),
                redirecting("closes without an answer", Misbehaviour.closesWithoutAnAnswer(), AGAIN),
                redirecting("ends short of its length", Misbehaviour.endsShortOfItsLength(), AGAIN),
                redirecting("sends a bad chunk", Misbehaviour.sendsABadChunk(), AGAIN),
                redirecting("speaks no HTTP", Misbehaviour.speaksNoHttp(), AGAIN),
                redirecting("sends 300 MB", Misbehaviour.sends300Megabytes(), AGAIN),
                redirecting("sends a compressed bomb", Misbehaviour.sendsAGzipBomb(), AGAIN),
                redirecting("redirects to itself", Misbehaviour.redirectsToItself(302), AGAIN),
                redirecting("redirects with 307", Misbehaviour.redirectsToItself(307), AGAIN),
                redirecting("answers before the body is read", Misbehaviour.answersBeforeTheBodyIsRead(500), AGAIN));
    }

    private static List<Fault> ofTheContent() {
        var deep = "[".repeat(30_000);
        return List.of(
                answer("empty", 200, "", AGAIN),
                answer("bad JSON", 200, "{\"url\":\"" + GOOD_URL + "\"", AGAIN),
                answer("HTML", 200, "<html><a href=\"" + GOOD_URL + "\">here</a></html>", AGAIN),
                answer("null", 200, "null", AGAIN),
                answer("no URL", 200, "{\"routeId\":\"r\"}", AGAIN),
                answer("deep nesting", 200, "{\"url\":" + deep, AGAIN),
                answer(
                        "duplicate keys",
                        200,
                        "{\"url\":\"" + GOOD_URL + "\",\"url\":\"https://evil.example/\"}",
                        AGAIN),
                redirecting(
                        "UTF-16 that names no page",
                        Misbehaviour.answers(
                                200,
                                Map.of("Content-Type", "application/json;charset=UTF-16"),
                                "{\"routeId\":\"r\"}".getBytes(UTF_16)),
                        AGAIN),
                redirecting(
                        "bytes that are no text",
                        Misbehaviour.answers(200, Map.of(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2}),
                        AGAIN));
    }

    private static List<Fault> ofTheAddress() {
        var all = new ArrayList<Fault>();
        for (var url : List.of(
                "javascript:alert(1)//evil",
                "https://evil.example/",
                "http://acme.chilipiper.com/evil",
                "https://evilchilipiper.com/",
                "https://chilipiper.com.evil.example/",
                "https://a.chilipiper.com@evil/",
                "https://evil@acme.chilipiper.com/",
                "//evil",
                "https:evil",
                "https://acme.chilipiper.com/\r\nSet-Cookie: evil=1",
                "https://evil.example\\.chilipiper.com/",
                "https://acme.chilip\u0456per.com/evil",
                "https://acme.chilipiper.com:8443/evil",
                "https://acme.chilipiper.com/evil" + "a".repeat(60_000))) {
            var shown = url.length() > 60 ? url.substring(0, 40) + "..." : url.replaceAll("\\s+", "(CR LF)");
            var json = JsonNodeFactory.instance.objectNode().put("routeId", "r").put("url", url);
            all.add(redirecting(
                    "names " + shown,
                    Misbehaviour.answers(200, Map.of(), json.toString().getBytes(UTF_8)),
                    AGAIN));
        }
        return all;
    }

    private static Fault answer(String name, int status, String body, String ends) {
        return answer(name, "redirect", status, body, ends);
    }

    private static Fault answer(String name, String way, int status, String body, String ends) {
        return new Fault(name, way, Misbehaviour.answers(status, body), ends);
    }

    private static Fault redirecting(String name, Misbehaviour behaviour, String ends) {
        return new Fault(name, "redirect", behaviour, ends);
    }
}

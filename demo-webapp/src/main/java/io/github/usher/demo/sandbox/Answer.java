package io.github.usher.demo.sandbox;

/** What the routing API can be told to answer. */
public enum Answer {
    BOOKED(Kind.GOOD, "A calendar", "200 with the address of a booking page"),
    LIVE_CALL(Kind.GOOD, "A live call", "200 with realtimeUrl beside url: somebody is free right now"),
    NO_FREE_SLOTS(Kind.GOOD, "A full calendar", "200, but the booking page has no free time"),

    CODE_8001(Kind.CODE, "8001", "Can't find Default Booker for Inbound Router"),
    CODE_8002(Kind.CODE, "8002", "Salesforce API Error. Can't save prospect"),
    CODE_8003(Kind.CODE, "8003", "no rules match"),
    CODE_8003_LINK(Kind.CODE, "8003 and a page", "no rules match, with redirect.disqualifiedLink"),
    CODE_8004(Kind.CODE, "8004", "no queue uri could be found"),
    CODE_8005(Kind.CODE, "8005", "no owner link build"),
    CODE_8007(Kind.CODE, "8007", "undocumented: treated like 8003"),

    SLOW_3(Kind.SLOW, "After 3 seconds", "then a calendar"),
    SLOW_12(Kind.SLOW, "After 12 seconds", "then a calendar, later than most sites wait"),
    NEVER(Kind.SLOW, "Never", "the connection stays open and silent"),

    HTTP_500(Kind.DOWN, "500", "Internal Server Error"),
    HTTP_429(Kind.DOWN, "429", "Too Many Requests, Retry-After: 30"),
    DOWN(Kind.DOWN, "Connection closed", "without an answer"),
    DROPPED(Kind.DOWN, "Dropped half-way", "the connection ends in the middle of the answer"),

    GARBAGE(Kind.WRONG, "Garbage", "200 with bytes that are no JSON"),
    HTML(Kind.WRONG, "A page", "200 with HTML, as some proxies answer"),
    EMPTY(Kind.WRONG, "Nothing", "200 with an empty body"),
    REDIRECT(Kind.WRONG, "A redirect", "302 to another address"),
    UNTRUSTED_HOST(Kind.WRONG, "A strange host", "200 with a booking page on a host that nobody trusts");

    /** The groups of the control page. */
    public enum Kind {
        GOOD("Good"),
        CODE("Error codes"),
        SLOW("Slow"),
        DOWN("Down"),
        WRONG("Wrong");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final Kind kind;
    private final String title;
    private final String meaning;

    Answer(Kind kind, String title, String meaning) {
        this.kind = kind;
        this.title = title;
        this.meaning = meaning;
    }

    public Kind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    /** One short line for the person who picks; for an error code, the vendor's own message. */
    public String meaning() {
        return meaning;
    }
}

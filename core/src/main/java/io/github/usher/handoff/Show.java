package io.github.usher.handoff;

/** How the prospect gets to see the booking page: {@code forms.NAME.show} of the config. */
public sealed interface Show {
    /** The browser is sent to the booking page itself. */
    record Redirect() implements Show {}

    /** A page of ours frames the booking page. */
    record Frame() implements Show {}

    /**
     * A JSP of the site shows it, from the request attribute {@code usher.booking}.
     *
     * @param path inside the application, beginning with a slash; under {@code /WEB-INF} it is forwarded to, elsewhere
     *     reached by a redirect
     */
    record Page(String path) implements Show {
        public boolean isPrivate() {
            return path.startsWith("/WEB-INF/");
        }
    }

    /** The lead is routed, the site's answer stays untouched. */
    record OwnPage() implements Show {}
}

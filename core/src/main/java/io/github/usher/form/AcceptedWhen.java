package io.github.usher.form;

import java.util.List;
import java.util.regex.Pattern;

/** When a submission counts as accepted by the site: {@code forms.NAME.accepted-when} of the config. */
public sealed interface AcceptedWhen {
    /** The site redirects to one of these places. */
    record Redirect(List<PlacePattern> places) implements AcceptedWhen {}

    /** The site forwards to one of these views. */
    record Forward(List<PlacePattern> views) implements AcceptedWhen {}

    /** The site answers 200 with a page that holds one of these in its first 64 KB. */
    record PageContains(List<Pattern> anyOf) implements AcceptedWhen {}

    /** The site's page runs {@code <usher:booking/>}. */
    record Tag() implements AcceptedWhen {}

    /** The POST itself; the site has no handler for it. */
    record Posted() implements AcceptedWhen {}
}

package io.github.usher.mapping;

import io.github.usher.form.Submitted;
import io.github.usher.handoff.HandOff;

/** Maps a submission by a form's config. Stateless and thread-safe. */
public final class LeadMapper {
    /** Never throws: what cannot be converted is left out and told in the notes. */
    public Mapped map(FormMapping mapping, HandOff handOff, Submitted submitted) {
        throw new UnsupportedOperationException();
    }
}

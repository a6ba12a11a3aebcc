package io.github.usher.store;

import io.github.usher.submission.Submission;

/**
 * The parts of a submission that are written sealed. To make them takes as long as a statement, so that they are made
 * before what keeps others waiting.
 */
final class Sealed {
    private static final String LEAD = "lead";
    private static final String PROGRESS = "progress";

    private final byte[] lead;
    private final byte[] progress;

    /** As they lie in a row. */
    Sealed(byte[] lead, byte[] progress) {
        this.lead = lead;
        this.progress = progress;
    }

    static Sealed of(Submission submission, Seal seal) {
        return new Sealed(lead(submission, seal), progress(submission, seal));
    }

    static byte[] lead(Submission submission, Seal seal) {
        return seal.seal(SubmissionCodec.lead(submission), submission.id(), LEAD);
    }

    static byte[] progress(Submission submission, Seal seal) {
        return seal.seal(SubmissionCodec.progress(submission), submission.id(), PROGRESS);
    }

    byte[] lead() {
        return lead;
    }

    byte[] progress() {
        return progress;
    }

    byte[] openLead(String id, Seal seal) throws UnreadableRecordException {
        return seal.open(lead, id, LEAD);
    }

    byte[] openProgress(String id, Seal seal) throws UnreadableRecordException {
        return seal.open(progress, id, PROGRESS);
    }
}

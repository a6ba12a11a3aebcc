package io.github.usher.demo.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** The legacy API: codes come with status 200. */
final class LegacyTongue implements Tongue {
    @Override
    public JsonNode calendar(Route route, String base) {
        return Replies.calendar(route, base);
    }

    @Override
    public JsonNode liveCall(Route route, String base) {
        return Replies.liveCall(route, base);
    }

    @Override
    public Said code(Answer answer, String base) {
        return answer == Answer.CODE_8003_LINK
                ? new Said(200, Replies.disqualified(8003, Answer.CODE_8003.meaning(), base))
                : new Said(200, Replies.error(Integer.parseInt(answer.title()), answer.meaning()));
    }

    @Override
    public JsonNode failure(int status, String message) {
        return Replies.refusal(message);
    }
}

package io.github.usher.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a request, exact in names and nesting. For the legacy API: {@code form}, {@code options} with
 * {@code router} first, then {@code utm}, {@code event} and {@code accountId}, of which each is left out where it is
 * empty. For the Demand Conversion Platform: {@code form} and {@code options}, and nothing else.
 *
 * <p>Order is that of the maps, so the same request always yields the same text. A lone surrogate, which no UTF-8 can
 * hold, becomes U+FFFD. Thread-safe.
 */
public final class RoutingJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private static final ObjectWriter PRETTY = MAPPER.writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private RoutingJson() {}

    /** One line without a blank that is not a value's own: what is sent. */
    public static String write(RoutingRequest request) {
        return text(MAPPER.writer(), request);
    }

    /** {@link #write} in UTF-8. */
    public static byte[] bytes(RoutingRequest request) {
        return write(request).getBytes(StandardCharsets.UTF_8);
    }

    /** The same document on several lines, indented by two, with {@code \n} and without one at its end. */
    public static String pretty(RoutingRequest request) {
        return text(PRETTY, request);
    }

    /** What a JSON provider turns into {@link #bytes}. */
    static Document document(RoutingRequest request) {
        var options = new LinkedHashMap<String, Object>();
        if (!request.to().endpoint().isLegacy()) {
            return new Document(encodable(request.form()), encodable(request.options()), Map.of(), Map.of(), null);
        }
        options.put("router", request.router());
        request.options().forEach(options::putIfAbsent);
        return new Document(
                encodable(request.form()),
                encodable(options),
                encodable(request.utm()),
                encodable(request.event()),
                request.accountId() == null ? null : encodable(request.accountId()));
    }

    /** The mapper whose writing {@link #document} is meant for. */
    static ObjectMapper mapper() {
        return MAPPER.copy();
    }

    private static String text(ObjectWriter writer, RoutingRequest request) {
        try {
            return writer.writeValueAsString(document(request));
        } catch (JsonProcessingException e) {
            // Strings, booleans and maps of them always can be written.
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> encodable(Map<String, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> copy.put(encodable(name), value instanceof String text ? encodable(text) : value));
        return copy;
    }

    private static String encodable(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        var valid = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(valid::appendCodePoint);
        return valid.toString();
    }

    @JsonPropertyOrder({"form", "options", "utm", "event", "accountId"})
    record Document(
            Map<String, Object> form,
            Map<String, Object> options,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> utm,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> event,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            String accountId) {}
}

package io.github.usher.config;

import io.github.usher.config.UsherConfig.Platform;
import io.github.usher.config.UsherConfig.Secret;
import io.github.usher.routing.Endpoint;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code platform} and {@code token}, which stand under {@code chilipiper} and in a form. */
final class PlatformReader {
    private final Reading reading;

    PlatformReader(Reading reading) {
        this.reading = reading;
    }

    Platform platform(Section section, Platform byDefault) {
        var said = section.setting("platform", PlatformReader::platform, byDefault);
        var pretended = reading.pretended();
        return pretended == null ? said : pretended;
    }

    /** Whether a form says so itself, right or wrong as the rest of it may be. */
    boolean isDemandConversion(Section form) {
        return form.has("platform") && platform(form, Platform.LEGACY) == Platform.DEMAND_CONVERSION;
    }

    private static Platform platform(String text) {
        var names = new LinkedHashMap<String, Platform>();
        for (var platform : Platform.values()) {
            names.put(platform.toString(), platform);
        }
        return Types.oneOf(text, names);
    }

    /**
     * Null where there is none or none is needed. What has no meaning must not switch Usher off, so that on legacy not
     * even its environment is asked.
     */
    @Nullable
    Secret token(Section section, Platform platform) {
        if (!section.has("token")) {
            return null;
        }
        if (platform == Platform.LEGACY) {
            reading.warning(section.lineOf("token"), "token: means nothing on platform legacy and is left out.");
            return null;
        }
        var text = section.setting("token");
        if (text != null && !text.matches("[\\x21-\\x7e]+")) {
            reading.mistake(
                    section.lineOf("token"),
                    "token: holds blanks or letters that no token has. Copy it again, without Bearer before it.");
        }
        // Where its environment is not known, it is a token all the same.
        return new Secret(text == null ? "" : text);
    }

    static Endpoint endpoint(Platform platform, @Nullable Secret token) {
        if (platform == Platform.LEGACY) {
            return Endpoint.LEGACY;
        }
        return token == null ? Endpoint.CONCIERGE : Endpoint.EDGE;
    }
}

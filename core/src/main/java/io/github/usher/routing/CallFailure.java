package io.github.usher.routing;

import io.github.usher.routing.RoutingOutcome.Unavailable;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Turns what broke a call into an outcome with a sentence that helps. */
final class CallFailure {
    private static final int LONGEST_REASON = 200;

    private final String host;
    private final Answers answers;

    /** @param host of the API */
    CallFailure(String host, Answers answers) {
        this.host = host;
        this.answers = answers;
    }

    /** @param ambiguous whether the body was about to go out */
    RoutingOutcome outcome(Throwable failure, boolean ambiguous) {
        var cause = cause(failure);
        if (cause instanceof UnreadableAnswerException answer) {
            return answers.unreadable(answer.status(), answer.retryAfter(), answer.what());
        }
        // The lead waits for the end of the handshake, even where the JDK has begun to read its body.
        var mayHaveArrived = ambiguous && !(cause instanceof SSLHandshakeException);
        return new Unavailable(sentence(cause), null, mayHaveArrived);
    }

    /** What broke it, for the admin. */
    String sentence(Throwable failure) {
        var cause = cause(failure);
        if (cause instanceof CancellationException) {
            return host + " did not answer in time. Check the network, the firewall and the proxy.";
        }
        if (isUnresolved(cause)) {
            return "The host " + host + " is not known here. Check base-url and the name server.";
        }
        if (cause instanceof HttpTimeoutException || cause instanceof ConnectException) {
            return "No connection to " + host + ". Check the network, the firewall and the proxy.";
        }
        if (cause instanceof SSLException) {
            return "No secure connection to " + host + ": " + reason(cause);
        }
        if (cause instanceof IOException) {
            return "The connection to " + host + " broke off, or it did not speak HTTP.";
        }
        return "The call of " + host + " failed with " + cause.getClass().getName() + ".";
    }

    private static boolean isUnresolved(Throwable failure) {
        for (var one = failure; one != null; one = one.getCause()) {
            if (one instanceof UnresolvedAddressException || one instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    /** What the JVM says about a handshake: certificates and protocols, nothing of the lead. */
    private static String reason(Throwable failure) {
        var text = String.valueOf(failure.getMessage()).replaceAll("[^\\x20-\\x7e]", " ");
        return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }

    /** What stages, Jersey and their like have wrapped. */
    static Throwable cause(Throwable failure) {
        var one = failure;
        while (one.getCause() != null
                && (one instanceof CompletionException
                        || one instanceof ExecutionException
                        || one instanceof ProcessingException)) {
            one = one.getCause();
        }
        return one;
    }
}

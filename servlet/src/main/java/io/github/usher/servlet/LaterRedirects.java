package io.github.usher.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.WrongMethodTypeException;
import org.jspecify.annotations.Nullable;

/** Calls the overloads of {@code sendRedirect} that Servlet 6.1 brought, where the container has them. */
final class LaterRedirects {
    private static final @Nullable MethodHandle CLEAR = find(boolean.class);
    private static final @Nullable MethodHandle STATUS = find(int.class);
    private static final @Nullable MethodHandle BOTH = find(int.class, boolean.class);

    private LaterRedirects() {}

    static void send(HttpServletResponse response, String place, boolean clearBuffer) throws IOException {
        call(CLEAR, response, place, clearBuffer);
    }

    static void send(HttpServletResponse response, String place, int status) throws IOException {
        call(STATUS, response, place, status);
    }

    static void send(HttpServletResponse response, String place, int status, boolean clearBuffer) throws IOException {
        call(BOTH, response, place, status, clearBuffer);
    }

    private static @Nullable MethodHandle find(Class<?>... more) {
        var type = MethodType.methodType(void.class, String.class, more);
        try {
            return MethodHandles.publicLookup().findVirtual(HttpServletResponse.class, "sendRedirect", type);
        } catch (NoSuchMethodException | IllegalAccessException beforeServlet61) {
            return null;
        }
    }

    private static void call(@Nullable MethodHandle overload, Object... arguments) throws IOException {
        if (overload == null) {
            throw new NoSuchMethodError("This container's HttpServletResponse has no such sendRedirect.");
        }
        try {
            overload.invokeWithArguments(arguments);
        } catch (IOException | RuntimeException | Error sitesOwn) {
            throw sitesOwn;
        } catch (Throwable impossible) {
            throw new WrongMethodTypeException(impossible.toString());
        }
    }
}

package io.github.usher.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** What is lent and given back: it does all that the thing itself does, but for some methods, such as {@code close}. */
final class Lent {
    private Lent() {}

    static <T> T of(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Calls the thing itself, and throws what that throws. */
    static @Nullable Object call(Object itself, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(itself, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}

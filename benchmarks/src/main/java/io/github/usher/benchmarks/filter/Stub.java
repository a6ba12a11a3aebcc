package io.github.usher.benchmarks.filter;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Types of the container of which only a few methods are ever asked; every other answers null, 0 or false. */
final class Stub implements InvocationHandler {
    private final Map<String, Function<@Nullable Object[], @Nullable Object>> answers;

    private Stub(Map<String, Function<@Nullable Object[], @Nullable Object>> answers) {
        this.answers = answers;
    }

    /** @param answers by the name of the method */
    static <T> T of(Class<T> type, Map<String, Function<@Nullable Object[], @Nullable Object>> answers) {
        return type.cast(Proxy.newProxyInstance(Stub.class.getClassLoader(), new Class<?>[] {type}, new Stub(answers)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) {
        var answer = answers.get(method.getName());
        if (answer != null) {
            return answer.apply(args == null ? new Object[0] : args);
        }
        return switch (method.getReturnType().getName()) {
            case "boolean" -> false;
            case "int" -> 0;
            case "long" -> 0L;
            default -> null;
        };
    }
}

package io.github.usher.servlet;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Set;

/**
 * What the container finds in the jar and calls when an application starts: puts {@link UsherFilter} first into the
 * chain where a config is found. Nothing is thrown into the container, except {@link RefuseToStart}.
 */
public final class UsherInitializer implements ServletContainerInitializer {
    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) throws ServletException {
        try {
            if (Boot.isJavaTooOld(context)) {
                return;
            }
            Boot.load("Installer", ServletContainerInitializer.class).onStartup(classes, context);
        } catch (RefuseToStart refusal) {
            throw refusal;
        } catch (Throwable failure) {
            Boot.logFailure(context, failure);
        }
    }
}

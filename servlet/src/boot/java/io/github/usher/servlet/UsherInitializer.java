package io.github.usher.servlet;

import io.github.usher.JavaVersion;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;

/**
 * What the container finds in the jar and calls when an application starts: puts {@link UsherFilter} first into the
 * chain where a config is found. Nothing is thrown into the container, except {@link RefuseToStart}.
 */
public final class UsherInitializer implements ServletContainerInitializer {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    /** A container makes it before it looks through the classes of the application, and asks it to start after that. */
    public UsherInitializer() {
        if (!JavaVersion.isTooOld() && BEGUN.compareAndSet(false, true)) {
            Thread thread = new Thread(UsherInitializer::getAHeadStart, "usher-head-start");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void getAHeadStart() {
        try {
            Boot.load("HeadStart", Runnable.class).run();
        } catch (Throwable failure) {
            Boot.log().log(Level.FINE, "Usher's classes could not be loaded ahead of its start.", failure);
        }
    }

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

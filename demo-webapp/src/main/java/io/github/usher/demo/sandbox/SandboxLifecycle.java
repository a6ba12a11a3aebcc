package io.github.usher.demo.sandbox;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.Clock;

/** Starts the sandbox with the application, and stops its threads with it. */
public final class SandboxLifecycle implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        new Sandbox(Clock.systemUTC()).putInto(event.getServletContext());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Sandbox.of(event.getServletContext()).close();
    }
}

package io.github.usher.demo.site;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.Clock;

/** Makes the inbox when the site starts. */
public final class SiteLifecycle implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        new Inbox(Clock.systemUTC()).putInto(event.getServletContext());
    }
}

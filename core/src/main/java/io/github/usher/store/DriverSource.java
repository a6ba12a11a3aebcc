package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The site's own JDBC driver, found through the application's class loader. A driver enters itself in the list of the
 * whole process when it is loaded; what came there by us is taken out again at the end.
 */
final class DriverSource implements DataSource, AutoCloseable {
    private final Driver driver;
    private final String url;
    private final Properties properties;
    private final Set<Driver> enteredByUs;
    private volatile int loginTimeout;

    private DriverSource(Driver driver, String url, Properties properties, Set<Driver> enteredByUs) {
        this.driver = driver;
        this.url = url;
        this.properties = properties;
        this.enteredByUs = enteredByUs;
    }

    static DriverSource of(String url, @Nullable String user, @Nullable String password, ClassLoader application)
            throws StoreException {
        var properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        var before = entered();
        var driver = find(url, application);
        var entered = entered();
        entered.removeAll(before);
        return new DriverSource(driver, url, properties, entered);
    }

    private static Driver find(String url, ClassLoader application) throws StoreException {
        var fitting = ServiceLoader.load(Driver.class, application).stream()
                .map(DriverSource::load)
                .filter(driver -> driver != null && accepts(driver, url))
                .findFirst();
        if (fitting.isPresent()) {
            return fitting.get();
        }
        var registered =
                DriverManager.drivers().filter(driver -> accepts(driver, url)).findFirst();
        if (registered.isPresent()) {
            return registered.get();
        }
        throw new StoreException("store.url begins with " + kind(url) + ", and no JDBC driver for that is here. Put the"
                + " driver's jar into WEB-INF/lib of the application, or into lib of the Tomcat.");
    }

    /** Null where it cannot be loaded here: then it is none for us. */
    private static @Nullable Driver load(ServiceLoader.Provider<Driver> provider) {
        try {
            return provider.get();
        } catch (ServiceConfigurationError notHere) {
            return null;
        }
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException no) {
            return false;
        }
    }

    private static Set<Driver> entered() {
        return DriverManager.drivers().collect(Collectors.toCollection(HashSet::new));
    }

    /** {@code jdbc:postgresql:}: what stands behind may hold a password. */
    private static String kind(String url) {
        return url.replaceFirst("^(jdbc:[^:/]*:?).*$", "$1");
    }

    /** The address without what may be secret in it. */
    String where() {
        return url.replaceFirst("[?;].*$", "").replaceFirst("//[^/@]*@", "//");
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver does not know this address.", "08001");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void close() {
        for (var entered : enteredByUs) {
            try {
                DriverManager.deregisterDriver(entered);
            } catch (SQLException | SecurityException failed) {
                System.getLogger("io.github.usher")
                        .log(System.Logger.Level.WARNING, "A JDBC driver stays in the list of the process.", failed);
            }
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Nothing is written there.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
        properties.setProperty("loginTimeout", Integer.toString(seconds));
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.github.usher");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("It wraps nothing.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}

package io.github.usher.store;

import io.github.usher.config.UsherConfig;
import io.github.usher.submission.StoreException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens a database that several nodes share: by its address, or the container's own {@code DataSource}. */
final class SharedOpener implements Opener {
    private static final String OF_THE_COMPONENT = "java:comp/env/";

    /** Nothing that could lead to another machine, such as {@code ldap:}. */
    private static final Pattern LOCAL_NAME = Pattern.compile("(java:)?[\\w./-]+");

    private final UsherConfig.Store config;
    private final StoreSite site;
    private final InstantSource clock;

    SharedOpener(UsherConfig.Store config, StoreSite site, InstantSource clock) {
        this.config = config;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public JdbcStore open() throws StoreException {
        var database = database();
        boolean opened = false;
        try {
            var store = Opening.store(
                    database,
                    site.application(),
                    config.encryptionKey(),
                    clock,
                    (transactions, application, self) ->
                            new SharingNodes(transactions, application, self, System::nanoTime));
            store.beginsToBeat();
            opened = true;
            return store;
        } catch (SQLException failed) {
            throw Transactions.failure(failed);
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }

    private SharedDatabase database() throws StoreException {
        var url = config.url();
        return url == null ? ofContainer(config.jndi()) : at(url);
    }

    private SharedDatabase at(String url) throws StoreException {
        var password = config.password();
        var driver = DriverSource.of(url, config.user(), password == null ? null : password.text(), site.loader());
        boolean opened = false;
        try {
            var database = SharedDatabase.at(driver, site.application());
            opened = true;
            return database;
        } catch (RuntimeException unreachable) {
            throw new StoreException(
                    "The database " + driver.where() + " of store.url cannot be reached: " + reason(unreachable) + ".",
                    unreachable);
        } finally {
            if (!opened) {
                driver.close();
            }
        }
    }

    /** The pool wraps what the driver said. */
    private static String reason(Throwable failed) {
        var cause = failed;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return cause instanceof SQLException sql
                ? "SQL state " + sql.getSQLState()
                : cause.getClass().getSimpleName();
    }

    private SharedDatabase ofContainer(@Nullable String name) throws StoreException {
        if (name == null) {
            throw new StoreException("The config names neither store.url nor store.jndi.");
        }
        if (!LOCAL_NAME.matcher(name).matches()) {
            throw new StoreException("store.jndi is " + name + ", which is no name of a DataSource of this container."
                    + " Write one like jdbc/usher.");
        }
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        // Containers look the names of a component up by the class loader of the thread that asks.
        thread.setContextClassLoader(site.loader());
        try {
            return SharedDatabase.of(lookUp(new InitialContext(), name), name);
        } catch (NamingException | ClassCastException unknown) {
            throw new StoreException(
                    "store.jndi is " + name + ", and the container has no DataSource of that name."
                            + " In Tomcat write a Resource into conf/context.xml or the application's META-INF/context.xml.",
                    unknown);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @SuppressWarnings("BanJNDI") // The name stands in the admin's config, and is one of this container.
    private static DataSource lookUp(Context context, String name) throws NamingException {
        if (name.startsWith("java:")) {
            return (DataSource) context.lookup(name);
        }
        try {
            return (DataSource) context.lookup(OF_THE_COMPONENT + name);
        } catch (NamingException elsewhere) {
            return (DataSource) context.lookup(name);
        }
    }
}

package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.submission.StoreException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class DriverSourceTest {
    @Test
    void a_driver_that_is_not_there_is_told_with_what_to_do_and_no_password() {
        assertThatThrownBy(() -> DriverSource.of("jdbc:oracle:thin:scott/tiger@host", null, null, nothing()))
                .isInstanceOf(StoreException.class)
                .hasMessage("store.url begins with jdbc:oracle:, and no JDBC driver for that is here. Put the driver's"
                        + " jar into WEB-INF/lib of the application, or into lib of the Tomcat.");
    }

    @Test
    void the_place_is_named_without_what_may_be_secret() throws Exception {
        try (var source = DriverSource.of(
                "jdbc:postgresql://db.example/site?user=usher&password=tiger",
                null,
                null,
                getClass().getClassLoader())) {
            assertThat(source.where()).isEqualTo("jdbc:postgresql://db.example/site");
        }
    }

    @Test
    void nothing_that_came_by_us_stays_in_the_list_of_the_process() throws Exception {
        var before = DriverManager.drivers().toList();
        DriverSource.of(
                        "jdbc:postgresql://db.example/site",
                        null,
                        null,
                        getClass().getClassLoader())
                .close();

        assertThat(DriverManager.drivers().toList()).isSubsetOf(before);
    }

    private static ClassLoader nothing() {
        return new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());
    }
}

package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.App;
import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.store.DatabaseServer;
import io.github.usher.store.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store is a database that the container itself knows, with its own small pool, which the site uses too. */
class JndiIT {
    private static final int CONNECTIONS = 3;
    private static final String RESOURCE = """
            <Context>
              <Resource name="jdbc/usher" auth="Container" type="javax.sql.DataSource"
                  driverClassName="org.postgresql.Driver" url="%s" username="usher" maxTotal="%d"/>
            </Context>
            """;
    private static final String TAKES_ALL = """
            <%%@ page session="false" import="java.sql.Connection, java.util.*, javax.naming.*, javax.sql.DataSource" %%><%%
            DataSource source = (DataSource) new InitialContext().lookup("java:comp/env/jdbc/usher");
            List<Connection> all = new ArrayList<Connection>();
            for (int i = 0; i < %d; i++) {
                all.add(source.getConnection());
            }
            application.setAttribute("all", all);
            %%>taken""".formatted(CONNECTIONS);
    private static final String GIVES_ALL_BACK = """
            <%@ page session="false" import="java.sql.Connection, java.util.*" %><%
            for (Connection one : (List<Connection>) application.getAttribute("all")) {
                one.close();
            }
            %>given back""";

    private DatabaseServer database;
    private FakeChiliPiper api;
    private LeadBook book;
    private Container container;

    @BeforeEach
    void start() throws Exception {
        database = new PostgresServer();
        var url = database.create("usher");
        api = FakeChiliPiper.start();
        book = new LeadBook(api);
        container = Container.of(ContainerKind.TOMCAT_10_1)
                .file("conf/context.xml", RESOURCE.formatted(url, CONNECTIONS))
                .sharing(Build.jarWith("org.postgresql.Driver"))
                .with(site())
                .start();
    }

    private App site() {
        return FaultySite.pages("/site")
                .jar(Build.usherJar())
                .file("take-all.jsp", TAKES_ALL)
                .file("give-back.jsp", GIVES_ALL_BACK)
                .config(CrashIT.catchingUpFast(api) + "store:\n  jndi: jdbc/usher\n");
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
        api.close();
        database.close();
    }

    @Test
    void a_submission_is_kept_there_and_while_the_site_has_all_connections_leads_go_out_from_memory() {
        container.awaitLog("store the container's jdbc/usher, 0 leads waiting");
        assertThat(FaultySite.submit(container, "/site", "redirect", "Kept").outside())
                .hasToString(api.calendarUrl());

        assertThat(page("/take-all.jsp")).isEqualTo("taken");
        long began = System.nanoTime();
        var journey = FaultySite.submit(container, "/site", "redirect", "Exhausted");
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(journey.last().text().strip()).isEqualTo("Thank you.");
        assertThat(took).isLessThan(Duration.ofSeconds(4));
        Eventually.holds("that the lead is at the API", Duration.ofSeconds(10), () -> book.arrived("Exhausted"));

        assertThat(page("/give-back.jsp")).isEqualTo("given back");
        Eventually.holds(
                "that the store is used again",
                Duration.ofSeconds(60),
                () -> FaultySite.submit(container, "/site", "redirect", "After" + System.nanoTime())
                                .handsOff()
                        && FaultySite.health(container, "/site").contains("\"waiting\":0"));
        assertThat(book.sentAgain()).isEmpty();
    }

    private String page(String path) {
        return container.visitor("/site").get(path).text().strip();
    }
}

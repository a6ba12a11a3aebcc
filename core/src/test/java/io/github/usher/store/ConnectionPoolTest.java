package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Connections and statements of the embedded database are lent again and again. */
class ConnectionPoolTest {
    private static final String COUNT = "select count(*) from lead";

    private final List<Connection> opened = new ArrayList<>();
    private final List<PreparedStatement> prepared = new ArrayList<>();
    private final ConnectionPool pool = new ConnectionPool(this::open);

    @AfterEach
    void close() throws SQLException {
        for (var each : opened) {
            each.close();
        }
    }

    @Nested
    class A_connection {
        @Test
        void that_was_given_back_is_lent_again_and_two_at_once_are_two() throws Exception {
            pool.take().close();
            pool.take().close();
            assertThat(opened).hasSize(1);

            try (var one = pool.take();
                    var other = pool.take()) {
                assertThat(one).isNotSameAs(other);
                assertThat(opened).hasSize(2);
            }
        }

        @Test
        void is_given_back_without_what_was_not_committed() throws Exception {
            try (var lent = pool.take()) {
                Sql.update(lent, "create table lead (id integer)");
                Sql.update(lent, "insert into lead values (1)");
                lent.commit();
                Sql.update(lent, "insert into lead values (2)");
            }

            try (var lent = pool.take()) {
                assertThat(Sql.first(lent, Sql::number, COUNT)).isEqualTo(1L);
            }
        }

        @Test
        void that_was_closed_behind_our_back_is_not_lent_again() throws Exception {
            var lent = pool.take();
            opened.get(0).close();
            lent.close();

            pool.take().close();

            assertThat(opened).hasSize(2);
        }

        @Test
        void that_nobody_has_is_closed_with_the_pool() throws Exception {
            var lent = pool.take();
            pool.take().close();

            pool.close();

            assertThat(opened.get(1).isClosed()).isTrue();
            assertThat(opened.get(0).isClosed()).as("somebody has it").isFalse();
            lent.close();
        }

        @Test
        void prepares_a_statement_once() throws Exception {
            try (var lent = pool.take()) {
                Sql.first(lent, Sql::number, "select 1");
                Sql.first(lent, Sql::number, "select 1");
            }

            assertThat(prepared).hasSize(1);
        }
    }

    @Nested
    class A_statement {
        private final KeptStatements statements = new KeptStatements(open());

        A_statement() throws SQLException {}

        @Test
        void forgets_its_parameters_when_it_is_given_back() throws Exception {
            var first = statements.lend("select cast(? as integer)");
            first.setInt(1, 7);
            statements.giveBack("select cast(? as integer)", first);

            assertThatThrownBy(
                            () -> statements.lend("select cast(? as integer)").executeQuery())
                    .isInstanceOf(SQLException.class);
            assertThat(prepared).hasSize(1);
        }

        @Test
        void that_is_wanted_twice_at_once_is_two_of_which_one_is_kept() throws Exception {
            var one = statements.lend("select 1");
            var other = statements.lend("select 1");
            assertThat(prepared).hasSize(2);

            statements.giveBack("select 1", one);
            statements.giveBack("select 1", other);

            assertThat(prepared.get(0).isClosed()).isTrue();
            assertThat(prepared.get(1).isClosed()).isFalse();
        }

        @Test
        void that_was_given_back_longest_ago_makes_room_where_there_are_more_than_forty() throws Exception {
            for (int i = 0; i < 40; i++) {
                use("select " + i);
            }
            assertThat(prepared.get(0).isClosed()).isFalse();
            use("select 0");

            use("select 40");

            assertThat(prepared.get(0).isClosed()).isFalse();
            assertThat(prepared.get(1).isClosed()).isTrue();
            assertThat(prepared.get(2).isClosed()).isFalse();
            use("select 1");
            assertThat(prepared).hasSize(42);
        }

        @Test
        void that_is_closed_already_is_not_kept() throws Exception {
            var lent = statements.lend("select 1");
            prepared.get(0).close();
            statements.giveBack("select 1", lent);

            use("select 1");

            assertThat(prepared).hasSize(2);
        }

        private void use(String statement) throws SQLException {
            statements.giveBack(statement, statements.lend(statement));
        }
    }

    private Connection open() throws SQLException {
        var connection = new JdbcConnection("jdbc:h2:mem:", new Properties(), "", "", false);
        connection.setAutoCommit(false);
        var counted = Lent.of(Connection.class, (proxy, method, arguments) -> {
            var result = Lent.call(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                prepared.add(statement);
            }
            return result;
        });
        opened.add(counted);
        return counted;
    }
}

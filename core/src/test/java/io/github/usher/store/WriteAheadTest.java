package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.store.JournalFile.Entry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal is given up for the database's file, and for nothing else. */
class WriteAheadTest {
    @TempDir
    private Path folder;

    private Path file;
    private JdbcConnection connection;
    private ConnectionPool pool;
    private FileChannel channel;
    private WriteAhead writeAhead;

    @BeforeEach
    void open() throws Exception {
        file = EmbeddedDatabase.fileIn(folder);
        connection = H2.openFirst(folder.resolve(EmbeddedDatabase.NAME));
        Sql.update(connection, "create table lead (id integer)");
        connection.commit();
        pool = new ConnectionPool(() -> H2.open(folder.resolve(EmbeddedDatabase.NAME)));
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var store = H2.database(connection).getStore().getMvStore();
        writeAhead = new WriteAhead(file, store, channel, new ReentrantLock());
        writeAhead.begin(connection);
    }

    @AfterEach
    void close() throws Exception {
        writeAhead.close();
        pool.close();
        connection.close();
        channel.close();
    }

    @Test
    void keeps_the_journal_however_often_the_file_could_not_be_brought_to_the_disk() throws Exception {
        insert(1);
        channel.close();

        for (int times = 0; times < 3; times++) {
            assertThatThrownBy(writeAhead::settle).isInstanceOf(IOException.class);
            assertThatThrownBy(writeAhead::settleNowAndThen).isInstanceOf(IOException.class);
            insert(2 + times);
        }

        assertThat(inTheJournal()).isEqualTo(4);
    }

    @Test
    void takes_the_room_of_the_journal_again_once_the_file_has_been_written_twice() throws Exception {
        for (int id = 1; id <= 20; id++) {
            insert(id);
            writeAhead.settle();
        }

        assertThat(inTheJournal()).isEqualTo(2);
    }

    @Test
    void does_nothing_again_of_what_lies_in_the_journal_since_before_its_room_was_taken_again() throws Exception {
        insert(1, 2, 3);
        writeAhead.settle();
        writeAhead.settle();
        insert(4);

        assertThat(positions()).containsExactly(4L);
    }

    @Test
    void leaves_nothing_old_in_the_journal_after_the_end_of_a_rush() throws Exception {
        insert(1, 2, 3);
        writeAhead.settle();
        writeAhead.settle();
        assertThat(positions()).as("its room is taken again later").hasSize(3);

        writeAhead.settleNowAndThen();

        assertThat(positions()).isEmpty();
    }

    private void insert(int... ids) throws Exception {
        for (int id : ids) {
            try (var recording = writeAhead.recording(pool.take())) {
                Sql.update(recording, "insert into lead values (?)", id);
                recording.commit();
            }
        }
        writeAhead.sync();
    }

    private int inTheJournal() throws Exception {
        return positions().size();
    }

    private List<Long> positions() throws Exception {
        try (var journal = new Journal(file)) {
            return journal.read().stream().map(Entry::position).toList();
        }
    }
}

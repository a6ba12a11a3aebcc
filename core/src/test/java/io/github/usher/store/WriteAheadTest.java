package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private FileChannel channel;
    private WriteAhead writeAhead;

    @BeforeEach
    void open() throws Exception {
        file = EmbeddedDatabase.fileIn(folder);
        connection = H2.openFirst(folder.resolve(EmbeddedDatabase.NAME));
        Sql.update(connection, "create table lead (id integer)");
        connection.commit();
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var store = H2.database(connection).getStore().getMvStore();
        writeAhead = new WriteAhead(file, store, channel, new ReentrantLock());
        writeAhead.begin(connection);
    }

    @AfterEach
    void close() throws Exception {
        writeAhead.close();
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
    void gives_the_journal_up_once_the_file_has_been_written_twice() throws Exception {
        insert(1);
        writeAhead.settle();
        assertThat(inTheJournal()).isEqualTo(1);

        insert(2);
        writeAhead.settle();
        assertThat(inTheJournal()).isEqualTo(1);
    }

    private void insert(int id) throws Exception {
        var recording = writeAhead.recording(connection);
        Sql.update(recording, "insert into lead values (?)", id);
        recording.commit();
        writeAhead.sync();
    }

    private int inTheJournal() throws Exception {
        try (var journal = new Journal(file)) {
            return journal.read().size();
        }
    }
}

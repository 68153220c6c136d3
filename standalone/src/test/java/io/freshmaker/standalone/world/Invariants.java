package io.freshmaker.standalone.world;

import io.freshmaker.platform.feed.Feed;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold once every Event has ended, whatever happened in between: of facts, tables, builds, bus and read models. */
public final class Invariants {

    private final JdbcClient sql;
    private final BuildJournal journal;
    private final BusTap bus;

    public Invariants(JdbcClient sql, BuildJournal journal, BusTap bus) {
        this.sql = sql;
        this.journal = journal;
        this.bus = bus;
    }

    /** @param published the ids of the messages that were published */
    public void hold(List<String> published) {
        ofWhatIsStored(sql, journal, published);
        new BusInvariants(new Feed(sql), bus.facts()).hold();
    }

    /** All but the bus, for who has not listened to it from the beginning. */
    public static void ofWhatIsStored(JdbcClient sql, BuildJournal journal, List<String> published) {
        List<StoredFact> facts = StoredFact.all(sql);
        StoreInvariants tables = new StoreInvariants(sql);
        tables.messagesAreStoredOnce(published);
        tables.hold();
        new RebuildInvariants(facts).hold();
        new JournalInvariants(journal.lines(), facts).hold();
    }
}

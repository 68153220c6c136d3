package io.freshmaker.standalone.world;

import org.springframework.jdbc.core.simple.JdbcClient;

public class ProbeInv implements Runnable {
    JdbcClient s;
    BuildJournal j;

    public ProbeInv(JdbcClient s, BuildJournal j) {
        this.s = s;
        this.j = j;
    }

    public void run() {
        var f = StoredFact.all(s);
        new RebuildInvariants(f).hold();
        new JournalInvariants(j.lines(), f).hold();
    }
}

package io.freshmaker.command.config;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws numbers from an SQL sequence in blocks: after a restart a block's rest is left out, never given twice. */
final class SequenceNumbers {

    private final JdbcClient sql;
    private final String sequence;
    private final int block;
    private int next;
    private int left;

    /** @param block what the sequence grows by */
    SequenceNumbers(JdbcClient sql, String sequence, int block) {
        this.sql = sql;
        this.sequence = sequence;
        this.block = block;
    }

    synchronized int next() {
        if (left == 0) {
            next = sql.sql("select nextval(?::regclass)")
                    .param(sequence)
                    .query(Integer.class)
                    .single();
            left = block;
        }
        left--;
        return next++;
    }
}

package io.freshmaker.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LostConnectionsTest {

    private final LostConnections filter = new LostConnections();

    @Test
    void what_a_lost_connection_makes_fail_is_left_out() {
        assertThat(decide(new IllegalStateException(new SQLException("terminating connection", "57P01"))))
                .isEqualTo(FilterReply.DENY);
        assertThat(decide(new SQLException("refused", "08001"))).isEqualTo(FilterReply.DENY);
        assertThat(decide(new SQLException("Connection is closed"))).isEqualTo(FilterReply.DENY);
    }

    @Test
    void every_other_failure_is_said() {
        assertThat(decide(new SQLException("duplicate key", "23505"))).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide(new IllegalStateException("a bug"))).isEqualTo(FilterReply.NEUTRAL);
    }

    private FilterReply decide(Throwable failure) {
        LoggerContext context = new LoggerContext();
        return filter.decide(
                new LoggingEvent("test", context.getLogger("test"), Level.ERROR, "failed", failure, new Object[0]));
    }
}

package io.freshmaker.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.Test;

class LostClaimsTest {

    @Test
    void that_a_segment_belongs_to_another_process_is_left_out_however_deep_it_is_said() {
        var lost = new UnableToClaimTokenException("taken");
        assertThat(decide(lost)).isEqualTo(FilterReply.DENY);
        assertThat(decide(new IllegalStateException(new IllegalStateException(lost))))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void every_other_failure_is_said() {
        assertThat(decide(new IllegalStateException("a bug"))).isEqualTo(FilterReply.NEUTRAL);
    }

    private static FilterReply decide(Throwable failure) {
        return new LostClaims()
                .decide(new LoggingEvent(
                        "test", new LoggerContext().getLogger("test"), Level.WARN, "failed", failure, new Object[0]));
    }
}

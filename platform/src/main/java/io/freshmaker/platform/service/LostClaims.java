package io.freshmaker.platform.service;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

/** Leaves out of the log that a segment belongs to another process now, which is how it should be after a pause or an outage. */
public final class LostClaims extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent event) {
        for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
            if (UnableToClaimTokenException.class.getName().equals(thrown.getClassName())) return FilterReply.DENY;
        }
        return FilterReply.NEUTRAL;
    }
}

package io.freshmaker.messaging.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What an operator would read in the log meanwhile: every line from WARN on, whoever wrote it, but for the broker, which is another process to him. */
public final class SpokenLines extends AppenderBase<ILoggingEvent> {

    private static final String BROKER = "org.apache.qpid.server.";

    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();

    public void begin() {
        start();
        root().addAppender(this);
    }

    public void end() {
        root().detachAppender(this);
    }

    public List<String> about(String words) {
        return lines.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains(words))
                .toList();
    }

    /** No stack trace, one line each. */
    public void mustBeSentences() {
        assertThat(lines).allSatisfy(line -> {
            assertThat(hasTrace(line.getThrowableProxy()))
                    .as(line.getFormattedMessage())
                    .isFalse();
            assertThat(line.getFormattedMessage()).doesNotContain("\n");
        });
    }

    @Override
    protected void append(ILoggingEvent line) {
        if (line.getLevel().isGreaterOrEqual(Level.WARN)
                && !line.getLoggerName().startsWith(BROKER)) lines.add(line);
    }

    private static boolean hasTrace(@Nullable IThrowableProxy thrown) {
        return thrown != null && (thrown.getStackTraceElementProxyArray().length > 0 || thrown.getCause() != null);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}

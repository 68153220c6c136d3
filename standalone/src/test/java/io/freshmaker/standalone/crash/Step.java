package io.freshmaker.standalone.crash;

import java.util.Collection;
import java.util.Locale;

/**
 * A step on the way of a message at which the house can be made to die, known by what a transaction stores. {@code usual}: about
 * how often it happens in a life of one small rebuild, to draw an occurrence from that is likely to come.
 */
enum Step {
    MESSAGE_STORED("insert into incoming_message", 3),
    OUTCOME_RECORDED("update incoming_message", 3),
    COMMAND_DONE("insert into domain_event", 25),
    JOB_STORED("insert into job_", 6),
    JOB_PICKED("update job_", 6),
    JOB_DONE("delete from job_", 6),
    SAGA_STORED("saga_entry", 15),
    FACTS_NUMBERED("insert into feed", 10),
    BUILD_QUEUED("insert into process_run", 5),
    PROCESS_STARTED("set state = 'running'", 5),
    EXIT_SEEN("set state = 'ended'", 5),
    RESULT_RECORDED("set state = 'reported'", 5),
    ROWS_PROJECTED("event_view", 4),
    PUBLISHED("update token_entry set token", "publisher", 10);

    private final String words;
    private final String value;
    private final int usual;

    Step(String words, int usual) {
        this(words, "", usual);
    }

    Step(String words, String value, int usual) {
        this.words = words;
        this.value = value;
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    boolean isIn(String sql, Collection<String> values) {
        String plain = sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return !plain.startsWith("select")
                && plain.contains(words)
                && (value.isEmpty() || values.stream().anyMatch(one -> one.contains(value)));
    }
}

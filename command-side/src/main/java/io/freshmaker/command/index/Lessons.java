package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds to what is known what is learned, some images at a time, each time in a transaction of its own: a process that dies in
 * between has learned the first ones.
 */
final class Lessons {

    private static final Logger log = LoggerFactory.getLogger(Lessons.class);

    /** No index takes longer ones, and no build system gives them. */
    private static final int LONGEST = 255;

    /** Whose number nobody else's lock has: one process at a time learns. */
    private static final long LOCK = 0x696d61676573L;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final RememberedRows known;
    private final ImageRows rows;

    Lessons(JdbcClient sql, PlatformTransactionManager transactions, RememberedRows known, ImageRows rows) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.known = known;
        this.rows = rows;
    }

    void learn(List<Remembered> said) {
        SortedMap<Nvr, Remembered> lesson = new TreeMap<>();
        said.stream()
                .filter(Lessons::isNamed)
                .forEach(image -> lesson.merge(image.nvr(), image, Remembered::mergedWith));
        if (!lesson.isEmpty()) transaction.executeWithoutResult(_ -> add(lesson));
    }

    private void add(SortedMap<Nvr, Remembered> lesson) {
        sql.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((_, _) -> true)
                .single();
        Map<Nvr, Remembered> before = known.withNvrs(lesson.keySet()).stream()
                .collect(Collectors.toMap(Remembered::nvr, Function.identity()));
        List<Remembered> changed = new ArrayList<>();
        List<Remembered> all = new ArrayList<>();
        lesson.forEach((nvr, said) -> {
            Remembered old = before.get(nvr);
            Remembered merged = old == null ? said : old.mergedWith(said);
            if (old == null || !old.saysTheSameAs(merged)) changed.add(merged);
            all.add(merged);
        });
        rows.write(changed, all);
    }

    private static boolean isNamed(Remembered image) {
        boolean named = image.nvr().value().length() <= LONGEST;
        if (!named)
            log.warn("An image has a name of {} characters", image.nvr().value().length());
        return named;
    }
}

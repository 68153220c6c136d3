package io.freshmaker.command.compose;

import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.command.compose.ComposeUse.State;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Which composes builds need and how far they are, in PostgreSQL: of those who want the same, in whatever Event, one asks for it and
 * all get it. A wish that ends its wait was told before, so that a crash in between tells it once more.
 */
@Component
public class ComposeUses {

    /** What is taken away sooner than that is not shared any more. */
    private static final Duration STILL_USEFUL = Duration.ofHours(1);

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ComposeCalls calls;
    private final ComposeSettings settings;

    public ComposeUses(JdbcClient sql, TransactionOperations transactions, Clock clock, ComposeSettings settings) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        calls = new ComposeCalls(sql, clock);
        this.settings = settings;
    }

    /** Whether what is taken away at that time, where there is one, is worth being shared now. */
    public boolean isUseful(@Nullable Instant removed) {
        return removed == null || removed.isAfter(clock.instant().plus(STILL_USEFUL));
    }

    /** An Event wants it; again changes nothing. */
    public void want(ComposeRequested fact) {
        sql.sql("""
            insert into compose (id, content, event_id, event_number, dry_run, state, waiting_since, deadline)
            values (?, ?, ?, ?, ?, 'wanted', ?, ?) on conflict do nothing\
            """)
                .params(
                        fact.composeId().value(),
                        Content.of(fact.request(), fact.dryRun()),
                        fact.eventId().value(),
                        fact.eventNumber(),
                        fact.dryRun(),
                        now(),
                        Timestamp.from(fact.deadline()))
                .update();
    }

    /** Says who gets what for a wish. */
    public Claim claim(ComposeId wish) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            Optional<Claim> claim = sql.sql(
                            "select content, state from compose where id = ? and state in ('wanted', 'asked')")
                    .param(wish.value())
                    .query((row, _) ->
                            claim(wish, row.getString(1), row.getString(2).equals("asked")))
                    .optional();
            return claim.orElseGet(Claim.Nothing::new);
        }));
    }

    private Claim claim(ComposeId wish, String content, boolean again) {
        sql.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("compose/" + content)
                .query((_, _) -> true)
                .single();
        Optional<Long> there = sql.sql("""
            select odcs_id from compose
            where content = ? and odcs_id is not null and state in ('pending', 'done') and (expires is null or expires > ?)
            order by odcs_id desc limit 1\
            """)
                .params(content, Timestamp.from(clock.instant().plus(STILL_USEFUL)))
                .query(Long.class)
                .optional();
        if (there.isPresent()) return new Claim.Take(there.get());
        return calls.onItsWay(wish)
                .<Claim>map(Claim.Later::new)
                .or(() -> sql.sql("""
                    update compose set state = 'asked', calls = calls + 1 where id = :id and state in ('wanted', 'asked')
                    and not exists (select 1 from compose where content = :content and state = 'asked' and id <> :id)
                    returning calls\
                    """)
                        .param("id", wish.value())
                        .param("content", content)
                        .query(Integer.class)
                        .optional()
                        .map(call -> new Claim.Ask(again, call)))
                .orElseGet(Claim.Nothing::new);
    }

    /** The orders that are sent for wishes. */
    public ComposeCalls calls() {
        return calls;
    }

    /** Those that want the same as this one and have got nothing yet, itself among them. */
    public List<ComposeUse> wantingTheSame(ComposeId wish) {
        return sql.sql(ComposeRows.SELECT + """
             where content = (select content from compose where id = ?) and state in ('wanted', 'asked') order by id\
            """)
                .param(wish.value())
                .query(ComposeRows::use)
                .list();
    }

    /** ODCS makes them, under this number. */
    public void assigned(Collection<ComposeUse> uses, long number) {
        for (ComposeUse use : uses) {
            sql.sql("""
                update compose set state = 'pending', odcs_id = ?, expires = null
                where id = ? and state in ('wanted', 'asked')\
                """).params(number, use.id()).update();
        }
    }

    /** What builds need of the compose with this number, and still wait for. */
    public List<ComposeUse> pending(long number) {
        return withNumber(number, State.PENDING);
    }

    /** What builds need of the compose with this number, and has to be made again. */
    public List<ComposeUse> gone(long number) {
        return withNumber(number, State.GONE);
    }

    private List<ComposeUse> withNumber(long number, State state) {
        return sql.sql(ComposeRows.SELECT + " where odcs_id = ? and state = ? order by id")
                .params(number, ComposeRows.text(state))
                .query(ComposeRows::use)
                .list();
    }

    /** It is there; taken away at that time, where ODCS says one. */
    public void done(long number, @Nullable Instant expires) {
        sql.sql("update compose set state = 'done', expires = ?, ended_at = ? where odcs_id = ? and state = 'pending'")
                .param(expires == null ? null : Timestamp.from(expires))
                .param(now())
                .param(number)
                .update();
    }

    /** It will never be there. */
    public void failed(ComposeUse use, Reason reason) {
        sql.sql("""
            update compose set state = 'failed', reason = ?, ended_at = ?
            where id = ? and state in ('wanted', 'asked', 'pending', 'gone')\
            """).params(ComposeRows.json(reason), now(), use.id()).update();
    }

    /** It was taken away, so builds wait for it once more, with a new deadline; says whether anybody needs it. */
    public boolean lost(long number) {
        return sql.sql("""
            update compose set state = 'gone', expires = null, ended_at = null,
                waiting_since = case when state = 'pending' then waiting_since else :now end,
                deadline = case when state = 'pending' then deadline else :deadline end
            where odcs_id = :number and state in ('pending', 'done')\
            """)
                        .param("now", now())
                        .param("deadline", deadline())
                        .param("number", number)
                        .update()
                > 0;
    }

    /** An original build had it, and it is to be waited for, as it is made or made again. */
    public void followOriginal(long number, State state) {
        sql.sql("""
            insert into compose (id, content, dry_run, state, odcs_id, waiting_since, deadline)
            values (:id, :content, false, :state, :number, :now, :deadline)
            on conflict (id) do update set state = :state, odcs_id = :number, expires = null, reason = null, ended_at = null,
                waiting_since = :now, deadline = :deadline\
            """)
                .param("id", ComposeUse.ofOriginal(number))
                .param("content", Content.ofOriginal(number))
                .param("state", ComposeRows.text(state))
                .param("number", number)
                .param("now", now())
                .param("deadline", deadline())
                .update();
    }

    /** It is made again, under this number. */
    public void renewed(long number, long next) {
        sql.sql("update compose set state = 'pending', odcs_id = ? where odcs_id = ? and state = 'gone'")
                .params(next, number)
                .update();
    }

    /** The Event waits for nothing any more; what ODCS makes or has made is left to others. */
    public void leave(EventId event) {
        sql.sql("update compose set state = 'left', ended_at = ? where event_id = ? and state not in"
                        + " ('failed', 'left')")
                .params(now(), event.value())
                .update();
    }

    public Optional<ComposeUse> find(String id) {
        return sql.sql(ComposeRows.SELECT + " where id = ?")
                .param(id)
                .query(ComposeRows::use)
                .optional();
    }

    /** Everything that somebody waits for. */
    public List<ComposeUse> awaited() {
        return sql.sql(ComposeRows.SELECT + """
             where state in ('wanted', 'asked', 'pending', 'gone') order by deadline, id\
            """).query(ComposeRows::use).list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp deadline() {
        return Timestamp.from(settings.deadline(clock.instant()));
    }
}

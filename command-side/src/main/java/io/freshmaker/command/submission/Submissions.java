package io.freshmaker.command.submission;

import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The places that build systems have for us, in PostgreSQL: so many builds at once, never more in all processes together, the
 * others wait in their order. An attempt is noted before it is asked for, so that after a crash we know that it may be there.
 */
@Component
public class Submissions {

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Clock clock;

    public Submissions(JdbcClient sql, TransactionOperations transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Queues an attempt, and says whether it has a place now; asked for again it has the place that it had. Tells of others that
     * get one on this occasion before that is committed.
     */
    public Place take(BuildSystem system, BuildRequest request, Consumer<BuildId> others) {
        BuildId build = request.build();
        return inTurn(system.name(), () -> {
            sql.sql("""
                insert into submission (build_id, attempt, system, artifact, state, queued_at)
                values (?, ?, ?, ?, 'waiting', ?) on conflict do nothing\
                """)
                    .params(
                            build.value(),
                            request.attempt(),
                            system.name(),
                            request.artifact().key().value(),
                            now())
                    .update();
            admit(system).stream().filter(one -> !one.equals(build)).forEach(others);
            return onItsWay(build, request.attempt())
                    .map(Place::onItsWay)
                    .orElseGet(() -> sql.sql("""
                        update submission set calls = calls + 1
                        where build_id = ? and attempt = ? and state in ('called', 'followed') returning calls\
                        """)
                            .params(build.value(), request.attempt())
                            .query(Integer.class)
                            .optional()
                            .map(Place::forCall)
                            .orElse(Place.NONE));
        });
    }

    /** Notes that it is sent now, and until when that may be heard; false where somebody else has tried since, who looks whether it is there. */
    public boolean begin(BuildRequest request, int call, Instant until) {
        return setUntil(request, call, Timestamp.from(until)) == 1;
    }

    /** The call has ended, in whatever way: nothing of it is on its way any more. */
    public void returned(BuildRequest request, int call) {
        setUntil(request, call, null);
    }

    /** The system took it. */
    public void taken(BuildId build, int attempt, String externalId) {
        sql.sql("""
            update submission set state = 'followed', external_id = ?
            where build_id = ? and attempt = ? and state = 'called'\
            """).params(externalId, build.value(), attempt).update();
    }

    /** Nobody waits for the end of this build any more, whichever its attempt. */
    public void ended(BuildId build) {
        sql.sql("update submission set state = 'ended', ended_at = ? where build_id = ? and state <> 'ended'")
                .params(now(), build.value())
                .update();
    }

    /** The end of this attempt is known. */
    public void ended(Submission submission) {
        sql.sql("""
            update submission set state = 'ended', ended_at = ?
            where build_id = ? and attempt = ? and state <> 'ended'\
            """)
                .params(now(), submission.build().value(), submission.attempt())
                .update();
    }

    /** Gives free places to those that have waited longest, and tells of each before that is committed. */
    public void fill(BuildSystem system, Consumer<BuildId> withPlace) {
        inTurn(system.name(), () -> {
            List<BuildId> admitted = admit(system);
            admitted.forEach(withPlace);
            return admitted;
        });
    }

    /** Whether anything waits for a place in a system or has one. */
    public boolean anyOpen(String system) {
        return sql.sql("select exists (select 1 from submission where system = ? and state <> 'ended')")
                .param(system)
                .query(Boolean.class)
                .single();
    }

    /** Builds that have a place in a system and no answer from it. */
    public List<BuildId> unanswered(String system) {
        return sql.sql("select build_id from submission where system = ? and state = 'called' order by queued_at,"
                        + " build_id")
                .param(system)
                .query((row, _) -> new BuildId(row.getString(1)))
                .list();
    }

    /** What a system has of ours, the oldest first. */
    public List<Submission> followed(String system) {
        return sql.sql("""
            select build_id, attempt, external_id from submission
            where system = ? and state = 'followed' order by queued_at, build_id\
            """).param(system).query(Submissions::submission).list();
    }

    /** What a system has of ours under this id. */
    public Optional<Submission> followed(String system, String externalId) {
        return sql.sql("""
            select build_id, attempt, external_id from submission
            where system = ? and external_id = ? and state = 'followed'\
            """)
                .params(system, externalId)
                .query(Submissions::submission)
                .optional();
    }

    /** The build that a system knew under this id, ended or not. */
    public Optional<BuildId> build(String system, String externalId) {
        return sql.sql("select build_id from submission where system = ? and external_id = ?")
                .params(system, externalId)
                .query(String.class)
                .optional()
                .map(BuildId::new);
    }

    /** Whether the system may have heard of the build: of one that waits for a place it has not. */
    public boolean mayBeThere(BuildId build) {
        return sql.sql("""
            select count(*) filter (where state <> 'waiting' or calls > 0) > 0 or count(*) = 0
            from submission where build_id = ?\
            """).param(build.value()).query(Boolean.class).single();
    }

    /** Whether an attempt at this artifact was asked for there, and no answer is recorded. */
    public boolean isUnanswered(String system, ArtifactKey artifact) {
        return sql.sql("""
            select exists (select 1 from submission
                           where system = ? and artifact = ? and state = 'called' and calls > 0)\
            """)
                .params(system, artifact.value())
                .query(Boolean.class)
                .single();
    }

    private int setUntil(BuildRequest request, int call, @Nullable Timestamp until) {
        return sql.sql("""
            update submission set call_until = ?
            where build_id = ? and attempt = ? and calls = ? and state in ('called', 'followed')\
            """)
                .param(until)
                .param(request.build().value())
                .param(request.attempt())
                .param(call)
                .update();
    }

    private Optional<Duration> onItsWay(BuildId build, int attempt) {
        Instant now = clock.instant();
        return sql.sql("""
            select call_until from submission
            where build_id = ? and attempt = ? and state = 'called' and call_until > ?\
            """)
                .params(build.value(), attempt, Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()));
    }

    private List<BuildId> admit(BuildSystem system) {
        return sql.sql("""
            update submission set state = 'called' where (build_id, attempt) in (
                select build_id, attempt from submission where system = ? and state = 'waiting'
                order by queued_at, build_id
                limit greatest(0, ? - (select count(*) from submission
                                       where system = ? and state in ('called', 'followed'))))
            returning build_id\
            """)
                .params(system.name(), system.places(), system.name())
                .query((row, _) -> new BuildId(row.getString(1)))
                .list();
    }

    /** One after the other: who counts places must not be overtaken. */
    private <T> T inTurn(String system, Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            sql.sql("select pg_advisory_xact_lock(hashtext(?))")
                    .param("places/" + system)
                    .query((_, _) -> true)
                    .single();
            return work.get();
        }));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Submission submission(ResultSet row, int index) throws SQLException {
        return new Submission(new BuildId(row.getString(1)), row.getInt(2), row.getString(3));
    }
}

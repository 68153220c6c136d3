package io.freshmaker.standalone.simulation.house;

import com.zaxxer.hikari.HikariDataSource;
import io.freshmaker.standalone.simulation.fault.Fault;
import io.freshmaker.standalone.simulation.fault.Faults;
import io.freshmaker.standalone.simulation.time.Dead;
import io.freshmaker.standalone.simulation.time.Machine;
import io.freshmaker.standalone.simulation.time.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A real database that all processes of a world share. Who waits for a lock waits for a task that is paused, so it gives up at
 * once. Outside of a world nothing fails.
 */
public final class SimulatedDatabase extends AbstractDataSource implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final Duration LONGEST_AWAY = Duration.ofSeconds(10);

    private final HikariDataSource pool = new HikariDataSource();
    private @Nullable Faults faults;
    private final Set<Runnable> readers = new LinkedHashSet<>();
    private long facts;
    private int restarts;
    private Instant awayUntil = Instant.MIN;

    public SimulatedDatabase(String url) {
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(40);
        pool.setMinimumIdle(2);
        pool.setConnectionInitSql("set lock_timeout = '10ms'");
    }

    /** A new world begins. */
    public void begin(Faults next) {
        faults = next;
        facts = 0;
        awayUntil = Instant.MIN;
        readers.clear();
    }

    /** How often facts were stored: who has seen as many knows that there is nothing new. */
    long facts() {
        return facts;
    }

    /** Is to be called when facts were stored, by whatever process. */
    void onFacts(Machine machine, Runnable reader) {
        readers.add(reader);
        machine.onDeath(() -> readers.remove(reader));
    }

    /** Perhaps there are new facts. */
    void stored() {
        facts++;
        List.copyOf(readers).forEach(Runnable::run);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Machine machine = World.machine();
        if (machine == null) return pool.getConnection();
        machine.checkAlive();
        if (isAway()) throw new SQLTransientConnectionException("The database is away", "08001");
        return new SimulatedConnection(pool.getConnection(), this, machine).proxy();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("The house has one user");
    }

    /** A connection of before the last restart is of no use. */
    int restarts() {
        return restarts;
    }

    private boolean isAway() {
        World world = Objects.requireNonNull(World.current());
        if (Objects.requireNonNull(faults).strikes(Fault.DATABASE_RESTARTS)) {
            restarts++;
            awayUntil = world.now().plus(world.upTo(LONGEST_AWAY));
        }
        return awayUntil.isAfter(world.now());
    }

    /** Commits a transaction of a process, or what goes wrong instead. */
    void commit(Machine machine, Connection connection) throws SQLException {
        World world = Objects.requireNonNull(World.current());
        Faults now = Objects.requireNonNull(faults);
        int before = restarts;
        if (now.strikes(Fault.COMMIT_WAITS)) world.pause("to commit", world.upTo(LONGEST_WAIT), World.isWaitedFor());
        if (now.strikes(Fault.DIES_BEFORE_COMMIT)) throw death(machine);
        if (before != restarts || now.strikes(Fault.COMMIT_FAILS))
            throw new SQLRecoverableException("The connection is lost", "08006");
        connection.commit();
        if (World.isWaitedFor()) stored(); // as commands are, also when nobody hears of it
        committed(machine);
        if (now.strikes(Fault.COMMIT_IS_NOT_ANSWERED)) throw new SQLRecoverableException("No answer", "08006");
    }

    /** Something is in the database for good. */
    void committed(Machine machine) {
        if (Objects.requireNonNull(faults).strikes(Fault.DIES_AFTER_COMMIT)) throw death(machine);
    }

    private static Dead death(Machine machine) {
        machine.die();
        return new Dead(machine);
    }

    @Override
    public void close() {
        pool.close();
    }
}

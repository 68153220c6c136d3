package io.freshmaker.standalone.simulation.house;

import io.freshmaker.standalone.simulation.time.Machine;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection of one process. It dies with it, and after a commit that went wrong it is of no use. Without a transaction,
 * closing it is where the process may die after a commit.
 */
final class SimulatedConnection implements InvocationHandler {

    private static final Set<String> HARMLESS = Set.of("isClosed", "unwrap", "isWrapperFor", "toString", "rollback");

    private final Connection connection;
    private final SimulatedDatabase database;
    private final Machine machine;
    private final Runnable onDeath = this::giveBack;
    private final int restarts;
    private boolean lost;
    private boolean closed;

    SimulatedConnection(Connection connection, SimulatedDatabase database, Machine machine) {
        this.connection = connection;
        this.database = database;
        this.machine = machine;
        this.restarts = database.restarts();
        machine.onDeath(onDeath);
    }

    Connection proxy() {
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        return switch (name) {
            case "equals" -> proxy == Objects.requireNonNull(arguments)[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "close" -> close();
            case "commit" -> commit();
            default -> {
                if (!HARMLESS.contains(name)) check();
                yield call(method, arguments);
            }
        };
    }

    private void check() throws SQLException {
        machine.checkAlive();
        if (restarts != database.restarts()) lost = true;
        if (lost) throw new SQLRecoverableException("The connection is lost", "08006");
    }

    private @Nullable Object commit() throws SQLException {
        check();
        lost = true;
        database.commit(machine, connection);
        lost = false;
        return null;
    }

    private @Nullable Object close() throws SQLException {
        if (closed) return null;
        boolean wasCommitted = !lost && !machine.isDead() && connection.getAutoCommit();
        giveBack();
        if (wasCommitted) database.committed(machine);
        return null;
    }

    /** The pool rolls back what is open. */
    private void giveBack() {
        if (closed) return;
        closed = true;
        machine.forget(onDeath);
        try {
            if (!connection.getAutoCommit()) connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("A connection cannot be given back", e);
        }
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNullElse(e.getCause(), e);
        }
    }
}

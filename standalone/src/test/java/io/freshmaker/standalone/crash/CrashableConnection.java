package io.freshmaker.standalone.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes the steps of each transaction and lets the plug have a say in its commit. */
final class CrashableConnection implements InvocationHandler {

    private static final Set<String> HARMLESS = Set.of("isClosed", "unwrap", "isWrapperFor", "toString", "abort");

    private final Connection connection;
    private final Plug plug;
    private final Runnable onClose;
    private final Set<Step> steps = EnumSet.noneOf(Step.class);

    CrashableConnection(Connection connection, Plug plug, Runnable onClose) {
        this.connection = connection;
        this.plug = plug;
        this.onClose = onClose;
    }

    Connection proxy() {
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("equals")) return proxy == Objects.requireNonNull(arguments)[0];
        if (name.equals("hashCode")) return System.identityHashCode(proxy);
        if (name.equals("close")) onClose.run();
        else if (!HARMLESS.contains(name)) plug.check();
        return switch (name) {
            case "commit" -> commit(() -> call(connection, method, arguments));
            case "rollback" -> rollback(method, arguments);
            case "createStatement" -> statement(Statement.class, method, arguments, "");
            case "prepareStatement" -> statement(PreparedStatement.class, method, arguments, sql(arguments));
            case "prepareCall" -> statement(CallableStatement.class, method, arguments, sql(arguments));
            default -> call(connection, method, arguments);
        };
    }

    /** A statement of this transaction is about to be executed. */
    void noteSteps(String sql, Collection<String> values) {
        for (Step step : Step.values()) if (step.isIn(sql, values)) steps.add(step);
    }

    /** Executes a statement, which without a transaction is a commit at the same time. */
    @Nullable
    Object execute(Plug.JdbcCall call) throws Throwable {
        plug.check();
        return connection.getAutoCommit() ? commit(call) : call.run();
    }

    /** Whoever is the target, what it throws is thrown. */
    static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNullElse(e.getCause(), e);
        }
    }

    private @Nullable Object commit(Plug.JdbcCall call) throws Throwable {
        Set<Step> done = EnumSet.copyOf(steps);
        steps.clear();
        return plug.commit(done, call);
    }

    private @Nullable Object rollback(Method method, Object @Nullable [] arguments) throws Throwable {
        steps.clear();
        return call(connection, method, arguments);
    }

    private Object statement(Class<?> type, Method method, Object @Nullable [] arguments, String sql) throws Throwable {
        Object statement = Objects.requireNonNull(call(connection, method, arguments));
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, new CrashableStatement(statement, sql, this));
    }

    private static String sql(Object @Nullable [] arguments) throws SQLException {
        if (arguments != null && arguments[0] instanceof String sql) return sql;
        throw new SQLException("A statement without SQL");
    }
}

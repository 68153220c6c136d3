package io.freshmaker.standalone.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells its connection what is executed, with the values that were set. */
final class CrashableStatement implements InvocationHandler {

    private final Object statement;
    private final String prepared;
    private final CrashableConnection connection;
    private final List<String> values = new ArrayList<>();

    CrashableStatement(Object statement, String prepared, CrashableConnection connection) {
        this.statement = statement;
        this.prepared = prepared;
        this.connection = connection;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("equals")) return proxy == Objects.requireNonNull(arguments)[0];
        if (name.equals("hashCode")) return System.identityHashCode(proxy);
        if (isParameter(name, arguments)) values.add(String.valueOf(Objects.requireNonNull(arguments)[1]));
        if (name.equals("addBatch") || name.startsWith("execute")) connection.noteSteps(sql(arguments), values);
        return name.startsWith("execute")
                ? connection.execute(() -> CrashableConnection.call(statement, method, arguments))
                : CrashableConnection.call(statement, method, arguments);
    }

    private static boolean isParameter(String name, Object @Nullable [] arguments) {
        return name.startsWith("set") && arguments != null && arguments.length >= 2 && arguments[0] instanceof Integer;
    }

    private String sql(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql ? sql : prepared;
    }
}

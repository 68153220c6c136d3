package io.freshmaker.command.adapter.koji;

import com.sun.net.httpserver.HttpExchange;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.StubServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;

/**
 * A Koji hub in memory that keeps tasks {@code buildContainer} and {@code build} and is as strict about sessions as the real one. It can take a task
 * and lose the connection before it says so. Everybody who logs in is the user {@value #OWNER}.
 */
public final class FakeKojiHub implements Closeable {

    static final long OWNER = 2;
    private static final String CONTAINER = "buildContainer";
    private static final String PACKAGE = "build";
    private static final Set<String> ORDERS = Set.of(CONTAINER, PACKAGE);

    /** From here on builds of packages are numbered. */
    private static final long PACKAGES = 1000;

    private static final String ADDRESS = "/kojihub";

    private final StubServer server = new StubServer().otherwise(this::handle);
    private final FakeTasks tasks = new FakeTasks(OWNER);
    private final Map<Object, Map<String, Object>> builds = new HashMap<>();
    private final Map<String, Function<Call, Object>> others = new HashMap<>();
    private final FakeSessions sessions = new FakeSessions();
    private final Set<String> down = new HashSet<>();
    private final List<String> done = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T10:05:00Z");
    private int toLose;

    public URI url() {
        return server.url(ADDRESS);
    }

    /** Requests over HTTP so far. */
    public int requests() {
        return server.requests().size();
    }

    /** The methods that were called, those in a multiCall too. */
    public synchronized List<String> methods() {
        return List.copyOf(done);
    }

    /** The next tasks are taken, but the connection breaks before Koji says so. */
    public synchronized void loseAnswers(int times) {
        toLose = times;
    }

    /** The time there. */
    public synchronized void at(Instant moment) {
        now = moment;
    }

    public synchronized List<Long> taskIds() {
        return tasks.ids();
    }

    /** What each task was asked for, by its id: {@code [source, target, options]}. */
    public synchronized Map<Long, List<Object>> orders() {
        return tasks.requests();
    }

    synchronized FakeTask task(long id) {
        return tasks.find(id).orElseThrow();
    }

    /** A task that somebody submitted, free at first. */
    synchronized FakeTask add(Object... request) {
        return addTask(CONTAINER, request);
    }

    /** The same of a package. */
    synchronized FakeTask addPackage(Object... request) {
        return addTask(PACKAGE, request);
    }

    private FakeTask addTask(String method, Object... request) {
        return tasks.add(method, List.of(request), now.toEpochMilli() / 1000.0);
    }

    /** A task ended well, with these builds. */
    public synchronized void close(long id, String... buildIds) {
        FakeTask task = task(id);
        task.state = TaskState.CLOSED;
        task.result = Map.of("repositories", List.of(), "koji_builds", List.of((Object[]) buildIds));
    }

    /** A task of a package ended well, with this build. */
    public synchronized void closePackage(long id, String nvr) {
        FakeTask task = task(id);
        task.state = TaskState.CLOSED;
        build(PACKAGES + id, nvr, Map.of("task_id", id, "state", 1L));
    }

    public synchronized void fail(long id, String text) {
        FakeTask task = task(id);
        task.state = TaskState.FAILED;
        task.result = Answers.faultMap(1005, text);
    }

    public synchronized void cancel(long id) {
        task(id).state = TaskState.CANCELED;
    }

    /** A build, found by its id and its NVR. */
    public synchronized void build(long id, String nvr, Map<String, Object> more) {
        Map<String, Object> info = new HashMap<>(more);
        info.putAll(Map.of("id", id, "nvr", nvr));
        builds.put(id, info);
        builds.put(nvr, info);
    }

    /** No session is known any more. */
    public synchronized void expireSessions() {
        sessions.expire();
    }

    /** Whether this method only answers that the hub is in maintenance, also in a multiCall. */
    public synchronized void down(String method, boolean isDown) {
        if (isDown) down.add(method);
        else down.remove(method);
    }

    /** How it answers a method that it does not know by itself. */
    synchronized void answer(String method, Function<Call, Object> how) {
        others.put(method, how);
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(Half request, HttpExchange exchange) throws IOException {
        answer(request).to(request, exchange);
    }

    private synchronized StubServer.Reply answer(Half request) {
        try {
            Call call = XmlRpcReader.call(request.body());
            sessions.check(request);
            Object result = result(call, request);
            if (ORDERS.contains(call.method()) && toLose > 0) {
                toLose--;
                return StubServer.hangUp();
            }
            return Answers.value(result);
        } catch (Denial e) {
            return Answers.fault(e.code, String.valueOf(e.getMessage()));
        } catch (XMLStreamException e) {
            return StubServer.status(400, "text/plain", String.valueOf(e.getMessage()));
        }
    }

    private Object result(Call call, Half request) {
        if (down.contains(call.method())) throw new Denial(1014, "Server disabled for maintenance");
        done.add(call.method());
        return switch (call.method()) {
            case "sslLogin" -> sessions.login();
            case "getLoggedInUser" ->
                FakeSessions.isLoggedIn(request) ? Map.of("id", OWNER, "name", "freshmaker") : Nil.NIL;
            case "getUser" -> call.params().getFirst().equals("freshmaker") ? Map.of("id", OWNER) : Nil.NIL;
            case "multiCall" -> multiCall(call, request);
            case CONTAINER, PACKAGE -> submitted(call, request);
            case "cancelTask" -> canceled(call, request);
            case "listTasks" -> tasks.listed(new Value(call.params()).at(0), new Value(call.params()).at(1));
            case "getTaskInfo" ->
                known(call).<Object>map(task -> task.info(OWNER)).orElse(Nil.NIL);
            case "getTaskRequest" -> strict(call).request;
            case "getTaskResult" -> strict(call).result;
            case "getTaskChildren" ->
                strict(call).children.stream().map(id -> Map.of("id", id)).toList();
            case "getBuild" ->
                Optional.<Object>ofNullable(builds.get(call.params().getFirst()))
                        .orElse(Nil.NIL);
            case "listBuilds" ->
                builtBy(new Value(call.params()).at(0).field("taskID").number());
            default ->
                Optional.ofNullable(others.get(call.method()))
                        .orElseThrow(() -> new Denial(1000, "Invalid method: " + call.method()))
                        .apply(call);
        };
    }

    private List<Object> multiCall(Call call, Half request) {
        List<Object> results = new ArrayList<>();
        for (Value one : new Value(call.params()).at(0).list()) {
            Call inner = new Call(
                    one.field("methodName").text(),
                    one.field("params").list().stream().map(Value::raw).toList());
            try {
                results.add(List.of(result(inner, request)));
            } catch (Denial e) {
                results.add(Answers.faultMap(e.code, String.valueOf(e.getMessage())));
            }
        }
        return results;
    }

    private Object submitted(Call call, Half request) {
        if (!FakeSessions.isLoggedIn(request)) throw new Denial(1000, "task must have an owner");
        return addTask(call.method(), call.params().toArray()).id;
    }

    private List<Object> builtBy(long task) {
        return builds.values().stream()
                .filter(build -> Objects.equals(build.get("task_id"), task))
                .distinct()
                .<Object>map(build -> build)
                .toList();
    }

    private Object canceled(Call call, Half request) {
        if (!FakeSessions.isLoggedIn(request)) throw new Denial(1004, "Cannot cancel task, not owner");
        FakeTask task = strict(call);
        if (!task.state.hasEnded()) task.state = TaskState.CANCELED;
        return Nil.NIL;
    }

    private Optional<FakeTask> known(Call call) {
        return tasks.find(((Number) call.params().getFirst()).longValue());
    }

    private FakeTask strict(Call call) {
        return known(call)
                .orElseThrow(
                        () -> new Denial(1000, "No such task: " + call.params().getFirst()));
    }
}

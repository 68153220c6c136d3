package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tasks that we submitted, newest first. */
final class OwnTasks {

    /** How much slower than ours the hub's clock may be. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 100;
    private static final double MILLIS = 1000;

    private final KojiHub hub;
    private final @Nullable String ownerName;
    private final AtomicReference<Optional<Long>> owner = new AtomicReference<>(Optional.empty());

    /** @param ownerName whose tasks they are; null: those of whom we log in as */
    OwnTasks(KojiHub hub, @Nullable String ownerName) {
        this.hub = hub;
        this.ownerName = ownerName;
    }

    /**
     * The newest one that is for this attempt. Earlier attempts have other tasks, which it knows.
     *
     * @param method what Koji calls such tasks
     * @param mark by what those for this build are known
     */
    Optional<ListedTask> find(String method, BuildRequest request, Predicate<ListedTask> mark) {
        Instant notBefore = request.intended().minus(CLOCKS);
        Map<String, Object> wanted = wanted(method, notBefore);
        for (int page = 0; page < MOST_PAGES; page++) {
            List<Value> listed = hub.ask(
                            "listTasks", wanted, Map.of("limit", PAGE, "offset", page * PAGE, "order", "-id"))
                    .list();
            Optional<ListedTask> found = listed.stream()
                    .map(ListedTask::of)
                    .filter(task -> !request.failed().contains(Long.toString(task.id())))
                    .filter(task -> !task.isBefore(notBefore) && mark.test(task))
                    .findFirst();
            if (found.isPresent() || listed.size() < PAGE) return found;
        }
        throw new Unavailable("Koji has more than %d tasks of ours since %s".formatted(PAGE * MOST_PAGES, notBefore));
    }

    private Map<String, Object> wanted(String method, Instant notBefore) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("method", method);
        wanted.put("decode", true);
        wanted.put("createdAfter", notBefore.toEpochMilli() / MILLIS);
        owner().ifPresent(id -> wanted.put("owner", id));
        return wanted;
    }

    /** Nobody's where nobody logs in: then everybody's tasks are looked through. */
    private Optional<Long> owner() {
        Optional<Long> known = owner.get();
        if (known.isPresent()) return known;
        Optional<Long> asked = ownerName == null ? loggedIn() : Optional.of(named(ownerName));
        owner.set(asked);
        return asked;
    }

    private Optional<Long> loggedIn() {
        return hub.tell("getLoggedInUser").field("id").numberIfAny();
    }

    private long named(String name) {
        return hub.ask("getUser", name)
                .field("id")
                .numberIfAny()
                .orElseThrow(() -> new Refused("Koji knows no user %s (freshmaker.koji.owner)".formatted(name)));
    }
}

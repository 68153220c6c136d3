package io.freshmaker.command.policy;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.value.EventId;
import io.freshmaker.command.compose.ComposeUse;
import io.freshmaker.command.compose.ComposeUse.State;
import io.freshmaker.command.compose.ComposeUses;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.ComposeSystems;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at a build's composes before it is submitted, and has those made again that are gone since, because its parents took long
 * (spec §4.1).
 */
@Component
class FreshComposes {

    private final ComposeSystems systems;
    private final ComposeUses uses;
    private final ComposeNews news;
    private final Clock clock;

    FreshComposes(ComposeSystems systems, ComposeUses uses, ComposeNews news, Clock clock) {
        this.systems = systems;
        this.uses = uses;
        this.news = news;
        this.clock = clock;
    }

    /** A compose of a build: the number that it was planned or started with, and what became of that; null where nothing did. */
    private record Need(long number, @Nullable ComposeUse use) {

        long current() {
            Long now = use == null ? null : use.number();
            return now == null ? number : now;
        }
    }

    /** In a dry run all are there: nobody is asked. */
    Composed of(BuildSoFar build) {
        BuildRequest request = build.request();
        List<Need> made = made(request, build.planned().eventId());
        List<Need> original = original(request);
        List<Need> all = Stream.concat(made.stream(), original.stream()).toList();
        if (all.isEmpty() || build.isDryRun()) return new Composed.Ready(request);
        Map<Long, Compose> found = systems.of(false)
                .find(all.stream().map(Need::current).distinct().toList());
        List<Composed> obstacles = all.stream()
                .flatMap(need -> obstacle(need, found.get(need.current()), request.intended()).stream())
                .toList();
        return obstacles.stream()
                .filter(Composed.Broken.class::isInstance)
                .findFirst()
                .or(() -> obstacles.stream().findFirst())
                .orElseGet(() -> new Composed.Ready(request.withComposes(current(made), current(original))));
    }

    /** In the order in which the build's wishes are. */
    private List<Need> made(BuildRequest request, EventId event) {
        List<ComposeRequest> wishes = request.preparation().composes();
        return IntStream.range(0, Math.min(wishes.size(), request.composes().size()))
                .mapToObj(i -> new Need(
                        request.composes().get(i),
                        uses.find(wishes.get(i).idIn(event).value()).orElse(null)))
                .toList();
    }

    private List<Need> original(BuildRequest request) {
        return request.preparation().renewedComposes().stream()
                .map(number -> new Need(
                        number, uses.find(ComposeUse.ofOriginal(number)).orElse(null)))
                .toList();
    }

    /** @param compose null when ODCS does not know it */
    private Optional<Composed> obstacle(Need need, @Nullable Compose compose, Instant intended) {
        ComposeUse use = need.use();
        if (use != null && use.isAwaited()) return waiting(need);
        if (use != null && use.reason() != null && !use.endedBefore(intended)) {
            return Optional.of(new Composed.Broken(use.reason()));
        }
        if (compose == null || isGone(compose)) return renewed(need);
        if (compose.state() == Compose.State.FAILED)
            return Optional.of(new Composed.Broken(ComposeNews.reason(compose)));
        if (!compose.state().isPending()) return Optional.empty();
        if (use == null) uses.followOriginal(need.number(), State.PENDING);
        return waiting(need);
    }

    private Optional<Composed> renewed(Need need) {
        if (need.use() == null || need.use().reason() != null) {
            uses.followOriginal(need.number(), State.GONE);
            news.renewLater(need.number());
        } else {
            news.lost(need.current());
        }
        return waiting(need);
    }

    private boolean isGone(Compose compose) {
        Instant removed = compose.removed();
        return compose.state() == Compose.State.REMOVED
                || (compose.state() == Compose.State.DONE && removed != null && !removed.isAfter(clock.instant()));
    }

    private static Optional<Composed> waiting(Need need) {
        return Optional.of(new Composed.Waiting("compose " + need.current()));
    }

    private static List<Long> current(List<Need> needs) {
        return needs.stream().map(Need::current).toList();
    }
}

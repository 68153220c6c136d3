package io.freshmaker.command.handler;

import io.freshmaker.command.rules.FormerNames;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code freshmaker.handlers} and {@code freshmaker.follow-ups}.
 *
 * @param handlers the names of the handlers that are on; none means all
 * @param followUps the names of the follow-ups that are on; none means none
 */
@ConfigurationProperties("freshmaker")
record HandlerSettings(
        @DefaultValue List<String> handlers, @DefaultValue List<String> followUps) {

    HandlerSettings {
        handlers = handlers.stream().map(FormerNames::current).toList();
        followUps = List.copyOf(followUps);
    }

    /** @throws IllegalStateException for a name that no handler has */
    List<RebuildHandler<?>> enabled(Collection<RebuildHandler<?>> known) {
        check("freshmaker.handlers", handlers, "handlers", known, RebuildHandler::name);
        return known.stream()
                .filter(handler -> handlers.isEmpty() || handlers.contains(handler.name()))
                .toList();
    }

    /** @throws IllegalStateException for a name that none has */
    List<FollowUp> following(Collection<FollowUp> known) {
        check("freshmaker.follow-ups", followUps, "follow-ups", known, FollowUp::name);
        return known.stream().filter(one -> followUps.contains(one.name())).toList();
    }

    private static <T> void check(
            String setting, List<String> wanted, String what, Collection<T> known, Function<T, String> name) {
        List<String> names = known.stream().map(name).sorted().toList();
        wanted.stream().filter(one -> !names.contains(one)).findFirst().ifPresent(one -> {
            throw new IllegalStateException("The setting %s names %s, which is none of the %s %s"
                    .formatted(setting, one, what, String.join(", ", names)));
        });
    }
}

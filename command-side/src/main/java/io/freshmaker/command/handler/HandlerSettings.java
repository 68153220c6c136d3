package io.freshmaker.command.handler;

import io.freshmaker.command.rules.FormerNames;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code freshmaker.handlers}: the names of the handlers that are on; none means all. */
@ConfigurationProperties("freshmaker")
record HandlerSettings(@DefaultValue List<String> handlers) {
    HandlerSettings {
        handlers = handlers.stream().map(FormerNames::current).toList();
    }

    /** @throws IllegalStateException for a name that no handler has */
    List<RebuildHandler<?>> enabled(Collection<RebuildHandler<?>> known) {
        List<String> names = known.stream().map(RebuildHandler::name).sorted().toList();
        handlers.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalStateException("The setting freshmaker.handlers names " + name
                    + ", which is none of the handlers " + names.stream().collect(Collectors.joining(", ")));
        });
        return known.stream()
                .filter(handler -> handlers.isEmpty() || handlers.contains(handler.name()))
                .toList();
    }
}

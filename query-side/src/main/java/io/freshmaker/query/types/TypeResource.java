package io.freshmaker.query.types;

import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The numbers that stand for types and states, each with its name (spec §10.2). */
@RestController
class TypeResource {

    private static final Map<String, Enum<?>[]> LISTS = Map.of(
            "event-types",
            EventType.values(),
            "build-types",
            ArtifactType.values(),
            "build-states",
            BuildState.values());

    @GetMapping("/api/{version:[12]}/{list:event-types|build-types|build-states}/")
    Map<String, List<NamedId>> all(@PathVariable String list) {
        return Map.of("items", items(list));
    }

    @GetMapping("/api/{version:[12]}/{list:event-types|build-types|build-states}/{id:[0-9]+}")
    NamedId one(@PathVariable String list, @PathVariable String id) {
        List<NamedId> items = items(list);
        return Named.number(id)
                .filter(number -> number < items.size())
                .map(items::get)
                .orElseThrow(() -> ApiError.notFound("No such %s found.".formatted(nameOfOne(list))));
    }

    private static List<NamedId> items(String list) {
        Enum<?>[] values = LISTS.get(list);
        if (values == null) throw ApiError.notFound("No such list: " + list);
        return Arrays.stream(values).map(NamedId::of).toList();
    }

    private static String nameOfOne(String list) {
        return list.substring(0, list.length() - 1).replace('-', ' ');
    }
}

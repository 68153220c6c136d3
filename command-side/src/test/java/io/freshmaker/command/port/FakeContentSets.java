package io.freshmaker.command.port;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Content sets in memory, for tests. */
public final class FakeContentSets implements ContentSets {

    private final Map<String, String> sets = new HashMap<>();

    public FakeContentSets with(String repository, String set) {
        sets.put(repository, set);
        return this;
    }

    @Override
    public Set<String> of(Collection<String> repositories) {
        return sets.entrySet().stream()
                .filter(set -> repositories.contains(set.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }
}

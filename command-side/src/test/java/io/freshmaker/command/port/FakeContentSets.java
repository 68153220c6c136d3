package io.freshmaker.command.port;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
        return repositories.stream().map(sets::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}

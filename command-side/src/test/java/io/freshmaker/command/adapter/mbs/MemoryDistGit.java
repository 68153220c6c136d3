package io.freshmaker.command.adapter.mbs;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.DistGit;
import io.freshmaker.command.port.SourceEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds commits to branches that nobody has. */
final class MemoryDistGit implements DistGit {

    /** What was added, {@code <repository>@<branch>: <message>}. */
    final List<String> bumps = new ArrayList<>();

    private final Map<BuildId, String> commits = new HashMap<>();

    @Override
    public String head(String repository, String branch) {
        return "0123456789abcdef0123456789abcdef01234567";
    }

    @Override
    public String bump(String repository, String branch, String message, BuildId build) {
        return commits.computeIfAbsent(build, _ -> {
            bumps.add(repository + "@" + branch + ": " + message);
            return "%040x".formatted(0xb0b00000L + bumps.size());
        });
    }

    @Override
    public String bump(
            String repository, String branch, String ending, SourceEdit edit, String message, BuildId build) {
        throw new UnsupportedOperationException("Modules are not edited");
    }

    @Override
    public Optional<String> findBump(String repository, String branch, BuildId build) {
        return Optional.ofNullable(commits.get(build));
    }

    @Override
    public Set<String> changedFiles(String repository, String branch, String from, String to) {
        return Set.of();
    }
}

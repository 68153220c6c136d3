package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.trigger.DockerfileChanged;
import io.freshmaker.api.trigger.ModuleMetadataChanged;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.value.BuildId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * A push to dist-git that changed a spec file, module metadata or a Dockerfile (spec §3.3). Pagure's pushes say nothing to us, nor do
 * commits that we made ourselves for a build.
 */
@Component
public final class GitReceiveParser implements BusParser {

    private static final Pattern OURS = Pattern.compile("^" + BuildId.TRAILER + ": \\S", Pattern.MULTILINE);

    @Override
    public List<String> topicSuffixes() {
        return List.of("git.receive");
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        if (message.body().isAbsent()) return Optional.empty();
        Field commit = message.body().get("commit");
        if (commit.isAbsent()) return Optional.empty();
        Field namespace = commit.get("namespace");
        if (namespace.isAbsent() || isOurs(commit)) return Optional.empty();
        return switch (namespace.text(ValueKind.NAMESPACE)) {
            case "rpms" -> spec(commit);
            case "modules" -> metadata(commit);
            case "container" -> dockerfile(commit);
            default -> Optional.empty();
        };
    }

    private static boolean isOurs(Field commit) {
        return OURS.matcher(commit.get("message").prose()).find();
    }

    private static Optional<Meaning> spec(Field commit) {
        if (files(commit).stream().noneMatch(file -> file.endsWith(".spec"))) return Optional.empty();
        return Optional.of(Meaning.of(new RpmSpecChanged(repo(commit), branch(commit), rev(commit))));
    }

    private static Optional<Meaning> metadata(Field commit) {
        if (!files(commit).contains(repo(commit) + ".yaml")) return Optional.empty();
        return Optional.of(Meaning.of(new ModuleMetadataChanged(repo(commit), branch(commit), rev(commit))));
    }

    private static Optional<Meaning> dockerfile(Field commit) {
        if (!files(commit).contains("Dockerfile")) return Optional.empty();
        return Optional.of(Meaning.of(new DockerfileChanged(repo(commit), branch(commit), rev(commit))));
    }

    private static Set<String> files(Field commit) {
        return commit.get("stats").get("files").names();
    }

    private static String repo(Field commit) {
        return commit.get("repo").text(ValueKind.NAME);
    }

    private static String branch(Field commit) {
        return commit.get("branch").text(ValueKind.BRANCH);
    }

    private static String rev(Field commit) {
        return commit.get("rev").text(ValueKind.COMMIT);
    }
}

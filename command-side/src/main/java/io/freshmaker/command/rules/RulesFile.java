package io.freshmaker.command.rules;

import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.command.yaml.Mistake;
import io.freshmaker.command.yaml.RereadFile;
import java.nio.file.Path;
import java.util.Optional;

/** The rules in a YAML file (contract §5), read again when it has changed; a mistake leaves the last good ones in force. */
public final class RulesFile implements Rules {
    private final RereadFile<RuleBook> file;

    /** @throws Mistake when the file has a mistake now */
    public RulesFile(Path path) {
        this.file = new RereadFile<>(path, RuleBook::read);
    }

    @Override
    public Optional<Reason> objection(String handler, ArtifactType type, Criteria criteria) {
        return file.content().objection(handler, type, criteria);
    }
}

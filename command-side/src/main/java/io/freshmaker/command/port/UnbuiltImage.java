package io.freshmaker.command.port;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import java.util.List;

/**
 * A container of which no builds are known, only its sources and the names of RPMs that it includes: in which versions, nobody
 * says.
 */
public record UnbuiltImage(String name, Source source, List<String> rpms) {
    public UnbuiltImage {
        rpms = List.copyOf(rpms);
    }

    public Artifact artifact() {
        return Artifact.image(name, source);
    }
}

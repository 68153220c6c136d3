package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.plan.Source;
import io.freshmaker.command.port.Refused;

/**
 * Where Koji fetches what it builds.
 *
 * @param base {@code freshmaker.dist-git.base-url}; empty refuses every build with its name
 */
record Sources(String base) {

    /**
     * The target that it is built for.
     *
     * @throws Refused when something is missing that no later try brings
     */
    String target(Source source) {
        if (base.isBlank()) {
            throw new Refused(
                    "Koji is told nothing without sources: the setting freshmaker.dist-git.base-url is missing");
        }
        if (source.target() == null) {
            throw new Refused("Koji needs a target, and none is known for %s".formatted(source.repository()));
        }
        return source.target();
    }

    String url(Source source, String commit) {
        return SourceUrl.of(base, source.repository(), commit);
    }
}

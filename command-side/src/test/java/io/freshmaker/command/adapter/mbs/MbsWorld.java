package io.freshmaker.command.adapter.mbs;

import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.BuildRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MBS as tests talk to it. */
final class MbsWorld {

    static final URI SOURCES = URI.create("git://localhost:19418");

    private MbsWorld() {}

    static MbsApi api(@Nullable URI url) {
        return new MbsApi(Systems.http("mbs"), settings(url, null));
    }

    static MbsBuildSystem builder(@Nullable URI url, MemoryDistGit distGit) {
        return builder(url, distGit, settings(url, null));
    }

    static MbsBuildSystem builder(@Nullable URI url, MemoryDistGit distGit, MbsSettings settings) {
        return new MbsBuildSystem(new MbsApi(Systems.http("mbs"), settings), distGit, SOURCES, settings);
    }

    static MbsSettings settings(@Nullable URI url, @Nullable String owner) {
        Duration second = Duration.ofSeconds(1);
        return new MbsSettings(
                url, "tok", owner, Duration.ofMinutes(1), 20, Duration.ofMinutes(10), second, second, 2, 4);
    }

    /** Another attempt at the same build, after these have failed. */
    static BuildRequest again(BuildRequest first, String... failed) {
        return new BuildRequest(
                first.build(),
                first.eventNumber(),
                first.buildNumber(),
                first.artifact(),
                first.reason(),
                first.rebuiltNvr(),
                first.parents(),
                first.intended().plusSeconds(3600),
                null,
                List.of(failed));
    }
}

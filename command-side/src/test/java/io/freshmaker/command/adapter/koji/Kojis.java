package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.DistGit;
import io.freshmaker.command.port.SourceEdit;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hubs and build systems for tests. */
final class Kojis {

    static final String SOURCES = "git://pkgs.example";

    /** Where we are found. */
    static final URI ROOT = URI.create("https://freshmaker.example.com/");

    private Kojis() {}

    static KojiHub hub(URI url, Login login) {
        return new KojiHub(new HubLine(Systems.http("koji"), url), login);
    }

    static KojiHub hub(FakeKojiHub hub) {
        return hub(hub.url(), Login.byCertificate());
    }

    static KojiBuildSystem system(URI url) {
        return system(url, git("0123abc"));
    }

    static KojiBuildSystem system(URI url, DistGit git) {
        return system(hub(url, Login.byCertificate()), git, settings(url));
    }

    static KojiBuildSystem system(KojiHub hub, DistGit git, KojiSettings settings) {
        Sources sources = new Sources(SOURCES);
        boolean scratch = settings.scratch();
        return new KojiBuildSystem(
                hub,
                new ContainerOrder(hub, git, sources, ROOT, scratch),
                new PackageOrder(git, sources, scratch),
                settings);
    }

    static KojiSettings settings(URI url) {
        return settings(url, null, null, null);
    }

    static KojiSettings settings(URI url, @Nullable String owner) {
        return settings(url, null, null, owner);
    }

    static KojiSettings settings(URI url, @Nullable Path certificate, @Nullable Path serverCa) {
        return settings(url, certificate, serverCa, null);
    }

    private static KojiSettings settings(
            URI url, @Nullable Path certificate, @Nullable Path serverCa, @Nullable String owner) {
        return new KojiSettings(
                url,
                null,
                null,
                certificate == null ? KojiSettings.Auth.NONE : KojiSettings.Auth.SSL,
                null,
                null,
                certificate,
                serverCa,
                false,
                owner,
                Duration.ofMinutes(1),
                20,
                List.of(),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                3,
                10);
    }

    /** Every branch has this head, which is every bump too. */
    static DistGit git(String head) {
        return new DistGit() {
            @Override
            public String head(String repository, String branch) {
                return head;
            }

            @Override
            public String bump(String repository, String branch, String message, BuildId build) {
                throw new UnsupportedOperationException();
            }

            @Override
            public String bump(
                    String repository, String branch, String ending, SourceEdit edit, String message, BuildId build) {
                return head;
            }

            @Override
            public Optional<String> findBump(String repository, String branch, BuildId build) {
                return Optional.of(head);
            }

            @Override
            public Set<String> changedFiles(String repository, String branch, String from, String to) {
                throw new UnsupportedOperationException();
            }
        };
    }
}

package io.freshmaker.command.adapter.distgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.trigger.DockerfileChanged;
import io.freshmaker.api.trigger.ModuleMetadataChanged;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.Unavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistGitHeadsTest {

    private static final Instant FROM = DistGits.NOW.minus(Duration.ofHours(2));
    private static final Instant LONG_AGO = FROM.minus(Duration.ofDays(30));

    @TempDir
    private Path folder;

    private BareRepositories repositories;

    @BeforeEach
    void start() {
        repositories = new BareRepositories(folder);
    }

    @Test
    void commits_since_then_that_say_something_are_told_oldest_first() {
        push("rpms/bash", "f42", LONG_AGO, "bash.spec");
        String second = push("rpms/bash", "f42", FROM.plusSeconds(10), "bash.spec", "README");
        push("rpms/bash", "f42", FROM.plusSeconds(20), "README");
        String fourth = push("rpms/bash", "f42", FROM.plusSeconds(30), "other.spec");

        assertThat(since(FROM, "rpms/bash#f42"))
                .containsExactly(new RpmSpecChanged("bash", "f42", second), new RpmSpecChanged("bash", "f42", fourth));
    }

    @Test
    void modules_and_containers_have_their_own_file() {
        push("modules/shelf", "1.0", FROM, "other.yaml");
        String module = push("modules/shelf", "1.0", FROM, "shelf.yaml");
        push("container/tools", "f42", FROM, "docs/Dockerfile");
        String container = push("container/tools", "f42", FROM, "Dockerfile");

        assertThat(since(FROM, "modules/shelf#1.0", "container/tools#f42"))
                .containsExactly(
                        new ModuleMetadataChanged("shelf", "1.0", module),
                        new DockerfileChanged("tools", "f42", container));
    }

    @Test
    void the_first_commit_of_a_branch_counts() {
        String first = push("rpms/bash", "f42", FROM, "bash.spec");

        assertThat(since(FROM, "rpms/bash#f42")).containsExactly(new RpmSpecChanged("bash", "f42", first));
    }

    @Test
    void the_head_counts_when_it_was_made_a_day_before_and_no_longer() {
        push("rpms/bash", "f42", FROM.minus(Duration.ofHours(5)), "bash.spec");
        String head = push("rpms/bash", "f42", FROM.minus(Duration.ofHours(4)), "bash.spec");

        assertThat(since(FROM, "rpms/bash#f42")).containsExactly(new RpmSpecChanged("bash", "f42", head));
        assertThat(since(FROM.plus(Duration.ofDays(1)), "rpms/bash#f42")).isEmpty();
    }

    @Test
    void our_own_bumps_never_count() {
        push("modules/shelf", "1.0", LONG_AGO, "shelf.yaml");
        DistGits.of(DistGits.settings(repositories.url(), null))
                .bump("modules/shelf", "1.0", "bump", BuildRequests.id(1));
        repositories.push("modules/shelf", "1.0", "x\n\nFreshmaker-Build: build-2", FROM, "shelf.yaml");

        assertThat(since(FROM, "modules/shelf#1.0")).isEmpty();
    }

    @Test
    void of_a_long_branch_the_newest_fifty_are_looked_at() {
        for (int i = 0; i < 60; i++) push("rpms/bash", "f42", FROM.plusSeconds(i), "bash.spec");

        List<Trigger> triggers = since(FROM, "rpms/bash#f42");
        assertThat(triggers).hasSize(50);
        assertThat(triggers.getLast())
                .isEqualTo(new RpmSpecChanged(
                        "bash",
                        "f42",
                        repositories.commits("rpms/bash", "f42").getFirst().name()));
    }

    @Test
    void a_branch_that_is_gone_does_not_keep_us_from_the_others() {
        String commit = push("rpms/bash", "f42", FROM, "bash.spec");

        assertThat(since(FROM, "rpms/gone#f42", "rpms/bash#f17", "rpms/bash#f42"))
                .containsExactly(new RpmSpecChanged("bash", "f42", commit));
    }

    @Test
    void a_server_that_is_away_is_asked_again_later() {
        DistGitSettings settings = DistGits.settings("http://127.0.0.1:1", null, "rpms/bash#f42");
        DistGitHeads heads = new DistGitHeads(DistGits.branches(settings), settings.followedBranches());

        assertThatThrownBy(() -> heads.since(FROM)).isInstanceOf(Unavailable.class);
    }

    private List<Trigger> since(Instant from, String... followed) {
        DistGitSettings settings = DistGits.settings(repositories.url(), null, followed);
        DistGitHeads heads = new DistGitHeads(DistGits.branches(settings), settings.followedBranches());
        assertThat(heads.name()).isEqualTo("dist-git");
        return heads.since(from);
    }

    private String push(String repository, String branch, Instant at, String... files) {
        return repositories.push(repository, branch, "at " + at, at, files);
    }
}

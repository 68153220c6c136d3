package io.freshmaker.command.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.platform.log.BuildLogs;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessBuildSystemIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final BuildRequest REQUEST = BuildRequests.image(11);

    private final TestDatabase database = TestPostgres.fresh();
    private final BuildLogs logs = new BuildLogs(database.sql());

    @TempDir
    Path data;

    @TempDir
    Path signs;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_failure_tells_the_status_and_the_last_line() {
        Broken broken =
                brokenBy(new Programs(signs).script("echo first; printf 'bad \\033[1mthing\\n\\n' >&2; exit 3"));

        assertThat(broken.reason().code()).isEqualTo(ReasonCode.BUILD_FAILED);
        assertThat(broken.reason().fact("status")).isEqualTo("3");
        assertThat(broken.reason().fact("last_line")).isEqualTo("bad \\u001b[1mthing");
        assertThat(logs.read("build-11"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("first\nbad"));
    }

    @Test
    void a_program_that_does_not_exist_is_a_failure_that_says_so() {
        Broken broken = brokenBy(List.of("no-such-program"));

        assertThat(broken.reason().fact("status")).isEqualTo("127");
        assertThat(broken.reason().fact("last_line")).contains("no-such-program: not found");
    }

    @Test
    void a_folder_that_cannot_be_made_is_a_failure_that_says_so() throws IOException {
        Files.writeString(data.resolve("11"), "in the way");
        Path file = data.resolve("11");

        try (ProcessHouse house = new ProcessHouse(database, file, List.of("true")).started()) {
            house.system.submit(REQUEST);
            Broken broken = broken(house);

            assertThat(broken.reason().fact("status")).isEqualTo("not started");
            assertThat(broken.reason().fact("last_line")).contains(file.toString());
        }
    }

    @Test
    void a_program_gets_these_variables_and_none_of_ours() {
        run(new Programs(signs).script("env > \"$1/env\""), REQUEST);

        assertThat(variables("FRESHMAKER_"))
                .containsExactlyInAnyOrder(
                        "FRESHMAKER_EVENT_ID=7",
                        "FRESHMAKER_BUILD_ID=11",
                        "FRESHMAKER_TYPE=image",
                        "FRESHMAKER_NAME=shelf-container",
                        "FRESHMAKER_STREAM=",
                        "FRESHMAKER_ORIGINAL_NVR=shelf-container-1-11",
                        "FRESHMAKER_REBUILT_NVR=shelf-container-1-9.1700000000",
                        "FRESHMAKER_PARENT_NVRS=base-2-1 tools-3-4",
                        "FRESHMAKER_REPOSITORY=containers/shelf",
                        "FRESHMAKER_BRANCH=f40",
                        "FRESHMAKER_COMMIT=c0ffee",
                        "FRESHMAKER_REASON=PARENT_REBUILT");
        assertThat(variables("").stream().map(line -> line.replaceAll("=.*", "")))
                .allMatch(name -> name.startsWith("FRESHMAKER_")
                        || List.of("PATH", "HOME", "LANG", "TZ", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_")
                                .contains(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(touch x)", "`touch x`", "; touch x", "'; touch x; '", "\"; touch x #", "-e", "a=b"})
    void a_hostile_name_stays_text(String name) {
        Artifact hostile = new Artifact(ArtifactType.IMAGE, name, null, name, BuildRequests.SOURCE);

        run(new Programs(signs).script("env > \"$1/env\"; ls > \"$1/files\""), BuildRequests.of(11, hostile));

        assertThat(variables("FRESHMAKER_NAME=")).containsExactly("FRESHMAKER_NAME=" + name);
        assertThat(new Programs(signs).lines("files")).isEmpty();
    }

    @Test
    void a_refused_request_leaves_nothing_behind() {
        Artifact hostile = new Artifact(ArtifactType.IMAGE, "a\nb", null, null, BuildRequests.SOURCE);
        ProcessHouse house = new ProcessHouse(database, data, List.of("true"));

        assertThatThrownBy(() -> house.system.submit(BuildRequests.of(11, hostile)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("FRESHMAKER_NAME");
        assertThat(house.system.find(REQUEST)).isEmpty();
    }

    @Test
    void without_a_database_the_builder_is_unavailable() {
        ProcessHouse house = new ProcessHouse(database, data, List.of("true"));
        database.close();

        assertThatThrownBy(() -> house.system.submit(REQUEST)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> house.system.find(REQUEST)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> house.system.cancel(REQUEST)).isInstanceOf(Unavailable.class);
    }

    @Test
    void the_log_can_be_read_while_the_program_runs() {
        Programs programs = new Programs(signs);
        try (ProcessHouse house = new ProcessHouse(database, data, programs.untilEnded()).started()) {
            house.system.submit(REQUEST);

            await().atMost(LONG_ENOUGH)
                    .until(() -> logs.read("build-11").orElse("").equals("build 11 runs\n"));
            assertThat(house.reports.of(REQUEST.build())).isNull();
        }
    }

    @Test
    void of_a_long_log_the_last_mebibyte_is_kept() {
        run(new Programs(signs).script("head -c 3000000 /dev/zero | tr '\\0' a; echo; echo done"), REQUEST);

        assertThat(logs.read("build-11").orElseThrow()).hasSize(OutputTail.SIZE).endsWith("a\ndone\n");
    }

    @Test
    void a_run_begins_in_an_empty_folder() throws IOException {
        Path left = Files.createDirectories(data.resolve("11/locked"));
        Files.writeString(left.resolve("file"), "old");
        left.toFile().setWritable(false);

        run(new Programs(signs).script("pwd > \"$1/pwd\"; ls > \"$1/files\""), REQUEST);

        assertThat(new Programs(signs).lines("files")).isEmpty();
        assertThat(new Programs(signs).lines("pwd").getFirst()).endsWith("/11");
    }

    @Test
    void what_holds_the_output_open_outside_the_group_delays_nothing() {
        Programs programs = new Programs(signs);
        run(
                programs.script(
                        "setsid sh -c 'echo $$ > \"$0/pid\"; exec sleep 30' \"$1\" & until [ -s \"$1/pid\" ]; do sleep"
                                + " 0.05; done"),
                REQUEST);

        assertThat(programs.lives("pid")).isTrue();
        ProcessHandle.of(Long.parseLong(programs.lines("pid").getFirst())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void what_a_program_leaves_in_its_group_is_ended() {
        Programs programs = new Programs(signs);
        run(programs.script("sleep 60 & echo $! > \"$1/left\""), REQUEST);

        await().atMost(LONG_ENOUGH).until(() -> !programs.lives("left"));
    }

    private void run(List<String> command, BuildRequest request) {
        try (ProcessHouse house = new ProcessHouse(database, data, command).started()) {
            house.system.submit(request);
            await().atMost(LONG_ENOUGH)
                    .untilAsserted(
                            () -> assertThat(house.reports.of(request.build())).isInstanceOf(Built.class));
        }
    }

    private Broken brokenBy(List<String> command) {
        try (ProcessHouse house = new ProcessHouse(database, data, command).started()) {
            house.system.submit(REQUEST);
            return broken(house);
        }
    }

    private static Broken broken(ProcessHouse house) {
        await().atMost(LONG_ENOUGH).until(() -> house.reports.of(REQUEST.build()) != null);
        if (house.reports.of(REQUEST.build()) instanceof Broken broken) return broken;
        throw new AssertionError("Not broken: " + house.reports.of(REQUEST.build()));
    }

    private List<String> variables(String beginning) {
        return new Programs(signs)
                .lines("env").stream()
                        .filter(line -> line.startsWith(beginning))
                        .toList();
    }
}

package io.freshmaker.standalone.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be: one sentence, and a status that says whose mistake it was. */
@Tag("smoke")
class RefusedStartSmoke {

    @TempDir
    Path folder;

    /** What the launcher builds and prepares first, it says, and that is not meant here. */
    @BeforeAll
    static void build() throws Exception {
        assertThat(Launcher.run(List.of("--help"))).returns(0, Launcher.Ended::status);
    }

    @Test
    void an_unknown_option_is_wrong_usage() throws Exception {
        refused(2, "--no-such-option", start("--no-such-option"));
    }

    @Test
    void an_unknown_setting_is_named() throws Exception {
        refused(1, "freshmaker.bus.prefetsch", start("--freshmaker.bus.prefetsch=7"));
    }

    @Test
    void a_system_that_is_not_there_yet_is_named() throws Exception {
        refused(
                1,
                "freshmaker.build.system: expected process or koji-mbs, found abacus",
                start("--freshmaker.build.system=abacus"));
    }

    @Test
    void a_missing_catalog_is_named() throws Exception {
        refused(1, "nowhere.yml", start("--catalog=" + folder.resolve("nowhere.yml")));
    }

    @Test
    void a_wrong_catalog_is_named_with_the_line() throws Exception {
        Path catalog = Files.writeString(folder.resolve("wrong.yml"), "images:\n  - nver: a-1-1\n");
        refused(1, "wrong.yml", start("--catalog=" + catalog));
    }

    @Test
    void a_wrong_rules_file_is_named() throws Exception {
        Path rules = Files.writeString(folder.resolve("wrong-rules.yml"), "alow: {}\n");
        refused(1, "wrong-rules.yml", start("--rules=" + rules));
    }

    @Test
    void a_taken_port_is_named_with_its_option() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String said = refused(1, "--port", start("--port=" + taken.getLocalPort()));
            assertThat(said).contains(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void a_data_folder_in_use_is_named() throws Exception {
        try (StartedHouse house = new StartedHouse(folder, List.of())) {
            house.start();
            refused(1, house.data().toString(), start());
        }
    }

    /** Free ports and a folder of its own, but for what is asked for. */
    private List<String> start(String... further) {
        List<String> arguments = new ArrayList<>(List.of("start"));
        Stream.of("--port=0", "--amqp-port=0", "--data=" + folder.resolve("data"))
                .filter(usual ->
                        Stream.of(further).noneMatch(asked -> nameOf(asked).equals(nameOf(usual))))
                .forEach(arguments::add);
        arguments.addAll(List.of(further));
        return arguments;
    }

    private static String nameOf(String option) {
        return option.split("=", 2)[0];
    }

    private static String refused(int status, String word, List<String> arguments) throws Exception {
        Launcher.Ended ended = Launcher.run(arguments);
        assertThat(ended.output().lines()).as("one sentence").hasSize(1);
        assertThat(ended.output()).startsWith("freshmaker: ").contains(word);
        assertThat(ended.status()).isEqualTo(status);
        return ended.output();
    }
}

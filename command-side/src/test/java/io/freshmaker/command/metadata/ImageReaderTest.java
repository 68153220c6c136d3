package io.freshmaker.command.metadata;

import static io.freshmaker.command.port.FakeImageMetadata.published;
import static io.freshmaker.command.port.FakeImageMetadata.unpublished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.port.Unavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final ImageReader reader = new ImageReader("pyxis", "find_images");

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ToldImage told(String arch, @Nullable String parent, boolean published, String rpm) {
        return new ToldImage(
                arch,
                new ImageRecord(
                        new Nvr("shelf-1-1"),
                        List.of(published ? published("ns/shelf", arch) : unpublished("ns/shelf")),
                        new TreeSet<>(List.of("rpms-" + arch)),
                        parent == null ? null : new Nvr(parent),
                        Map.of("architecture", arch),
                        new TreeMap<>(Map.of(arch, List.of(Rpm.parse(rpm))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'brew': null}",
                "{'brew': {}}",
                "{'brew': {'build': null}, 'repositories': []}",
                "{'brew': {'build': 'no-nvr'}}"
            })
    void what_was_not_built_by_brew_is_left_out(String image) {
        assertThat(reader.read(json(image), null, _ -> true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"amd64, x86_64", "arm64, aarch64", "ppc64le, ppc64le", "s390x, s390x"})
    void architectures_are_called_as_rpm_calls_them(String told, String known) {
        JsonNode image = json("{'brew': {'build': 'shelf-1-1'}, 'architecture': '%s'}".formatted(told));

        assertThat(reader.read(image, json("[]"), _ -> true))
                .get()
                .extracting(one -> one.record().rpms())
                .isEqualTo(new TreeMap<>(Map.of(known, List.of())));
    }

    @Test
    void what_is_null_is_empty_and_keys_are_no_rpms() {
        JsonNode image = json("{'brew': {'build': 'shelf-1-1'}, 'architecture': 'amd64', 'repositories': null,"
                + " 'content_sets': null, 'parent_brew_build': null, 'parsed_data': null}");
        JsonNode rpms = json("[{'nvra': 'gpg-pubkey-fd431d51-4ae0493b'}, {'nvra': 'gpg-pubkey-1-2.(none)'},"
                + " {'nvra': 'sh-5-1.x86_64'}, {'nvra': 'tls-1-1.x86_64'}]");

        ImageRecord record = reader.read(image, rpms, name -> !name.equals("tls"))
                .orElseThrow()
                .record();

        assertThat(record.repositories()).isEmpty();
        assertThat(record.contentSets()).isEmpty();
        assertThat(record.parent()).isNull();
        assertThat(record.allRpms()).containsExactly(Rpm.parse("sh-5-1.x86_64"));
    }

    @Test
    void what_is_of_another_kind_was_not_said_by_the_system() {
        assertThatThrownBy(() -> reader.read(json("[]"), null, _ -> true)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() ->
                        reader.read(json("{'brew': {'build': 'shelf-1-1'}, 'content_sets': {}}"), null, _ -> true))
                .isInstanceOf(Unavailable.class)
                .hasMessage("pyxis answered something strange (find_images): content_sets that are no list");
        assertThatThrownBy(() -> reader.read(json("{'brew': {'build': 'shelf-1-1'}}"), json("[{}]"), _ -> true))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> reader.repository(json("{'repository': null}")))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void architectures_are_merged_into_the_same_record_in_whatever_order_they_come() {
        List<ToldImage> told = new ArrayList<>(List.of(
                told("s390x", null, true, "tls-1-3.s390x"),
                told("x86_64", "base-1-1", true, "tls-1-1.x86_64"),
                told("x86_64", null, false, "tls-1-1.x86_64"),
                told("aarch64", "base-9-9", true, "tls-1-2.aarch64")));
        List<ImageRecord> merged = ToldImage.merged(told);

        assertThat(merged).hasSize(1);
        ImageRecord one = merged.getFirst();
        assertThat(one.rpms()).containsOnlyKeys("aarch64", "s390x", "x86_64");
        assertThat(one.allRpms()).hasSize(3);
        assertThat(one.contentSets()).containsExactly("rpms-aarch64", "rpms-s390x", "rpms-x86_64");
        assertThat(one.parent()).isEqualTo(new Nvr("base-1-1"));
        assertThat(one.labels()).containsEntry("architecture", "x86_64");
        assertThat(one.repositories()).hasSize(4);
        for (long seed = 0; seed < 50; seed++) {
            Collections.shuffle(told, new Random(seed));
            assertThat(ToldImage.merged(told)).as("seed %d", seed).isEqualTo(merged);
        }
    }
}

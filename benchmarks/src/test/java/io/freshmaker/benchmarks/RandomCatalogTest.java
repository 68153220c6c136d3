package io.freshmaker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomCatalogTest {

    private final String yaml =
            new RandomCatalog().with("warm", 20).with("load", 300).yaml();

    @Test
    void every_image_is_built_from_earlier_ones_so_that_there_is_no_cycle() throws IOException {
        Set<String> earlier = new HashSet<>();
        int edges = 0;
        for (JsonNode image : new YAMLMapper().readTree(yaml).get("images")) {
            for (JsonNode parent : image.get("parents")) {
                assertThat(earlier).contains(parent.asText());
                edges++;
            }
            earlier.add(image.get("nvr").asText());
        }
        assertThat(earlier).hasSize(320);
        assertThat(edges).isGreaterThan(400);
    }

    @Test
    void all_of_a_family_contain_the_rpm_that_its_update_has_newer() throws IOException {
        JsonNode catalog = new YAMLMapper().readTree(yaml);
        for (JsonNode image : catalog.get("images")) {
            String family = image.get("nvr").asText().split("-", 2)[0];
            assertThat(image.get("rpms").get(0).asText()).isEqualTo(family + "-1.0-1.fc25.x86_64");
        }
        assertThat(catalog.get("updates").get(1).get("build").asText()).isEqualTo(RandomCatalog.build("load"));
    }

    @Test
    void the_same_sizes_give_the_same_catalog() {
        assertThat(new RandomCatalog().with("warm", 20).with("load", 300).yaml())
                .isEqualTo(yaml);
    }
}

package io.freshmaker.standalone.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedTest {

    private static final String NEW_LIFE = "/db/%s/afterMigrate__a_new_life.sql";

    @ParameterizedTest
    @CsvSource({
        "freshmaker.bus.prefetch, 7, true, true",
        "spring.datasource.url, jdbc:postgresql://db/x, false, true",
        "spring.datasource.url, '', true, true",
        "spring.rabbitmq.host, mq, true, false",
        "spring.rabbitmq.addresses, 'mq1:5671,mq2:5671', true, false",
        "spring.rabbitmq.username, me, true, true",
    })
    void what_no_setting_names_is_embedded(String setting, String value, boolean postgres, boolean broker) {
        assertThat(Embedded.unlessNamedIn(Map.of(setting, value))).isEqualTo(new Embedded(postgres, broker));
    }

    /** It frees whatever is held, because nobody else can be there: in a PostgreSQL that others use too it would rob them. */
    @Test
    void a_new_life_begins_in_the_embedded_postgresql_only() {
        Settings external = settings(Map.of("spring.datasource.url", "jdbc:postgresql://db/x"));

        assertThat(external.fixed()).doesNotContainKey("spring.flyway.locations");
        assertThat(external.defaults()).doesNotContainKey("spring.flyway.locations");
        assertThat(getClass().getResource(NEW_LIFE.formatted("migration"))).isNull();
        assertThat(getClass().getResource(NEW_LIFE.formatted("embedded"))).isNotNull();
    }

    @Test
    void over_a_network_nothing_waits_for_ever() {
        assertThat(settings(Map.of("spring.datasource.url", "jdbc:postgresql://db/x"))
                        .defaults())
                .containsEntry("spring.datasource.hikari.data-source-properties.socketTimeout", "60");
        assertThat(settings(Map.of()).defaults())
                .doesNotContainKey("spring.datasource.hikari.data-source-properties.socketTimeout");
    }

    private static Settings settings(Map<String, String> given) {
        return new Settings(StartOptions.anywhere(Path.of("data")).with(given), Path.of("data"), 0);
    }
}

package io.freshmaker.command.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.watch.Rounds;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

class IndexConfigurationTest {

    private final ApplicationContextRunner house = new ApplicationContextRunner()
            .withBean(JdbcClient.class, () -> mock(JdbcClient.class))
            .withBean(PlatformTransactionManager.class, () -> mock(PlatformTransactionManager.class))
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(IndexConfiguration.class);

    /** As an adapter brings itself along. */
    static class Adapter {

        @Bean
        @Qualifier("asked")
        ImageMetadata images() {
            return new AskedImages();
        }
    }

    @Test
    void whoever_asks_about_images_gets_the_index_before_the_system() {
        house.withUserConfiguration(Adapter.class)
                .withPropertyValues("freshmaker.catalog=pyxis", "freshmaker.index.answers-when-away=known-images")
                .run(started -> {
                    assertThat(started.getBean(ImageMetadata.class)).isInstanceOf(RememberedImageMetadata.class);
                    assertThat(started.getBean(Rounds.class).rounds())
                            .singleElement()
                            .satisfies(round -> {
                                assertThat(round.name()).isEqualTo("refresh/images");
                                assertThat(round.every()).isEqualTo(Duration.ofMinutes(10));
                            });
                    assertThat(started.getBean(IndexSettings.class).answersWhenAway())
                            .isEqualTo(AnswersWhenAway.KNOWN_IMAGES);
                });
    }

    @Test
    void another_catalog_has_nothing_to_read_again() {
        house.withPropertyValues("freshmaker.catalog=file").run(started -> {
            assertThat(started).hasSingleBean(ImageIndex.class);
            assertThat(started).doesNotHaveBean(ImageMetadata.class).doesNotHaveBean(Rounds.class);
        });
    }

    @Test
    void a_setting_that_cannot_be_meant_stops_the_start() {
        house.withPropertyValues("freshmaker.index.refresh-chunk=0")
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessage("freshmaker.index.refresh-chunk: expected a number above zero, found 0"));
    }
}

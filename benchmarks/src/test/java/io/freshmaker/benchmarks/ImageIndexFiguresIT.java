package io.freshmaker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.standalone.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageIndexFiguresIT {

    private static final int SIZE = 300;

    @TempDir
    Path folder;

    @Test
    void what_is_measured_is_the_right_answer() throws Exception {
        ManyImages images = new ManyImages(SIZE);
        try (PostgresServer postgres = PostgresServer.start(folder, OptionalInt.empty())) {
            Flyway.configure()
                    .dataSource(postgres.jdbcUrl(), "postgres", "")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            try (ImageIndexFigures figures = new ImageIndexFigures(postgres.jdbcUrl(), images)) {
                figures.fill();

                String name = images.popularPackage(new Random(1));
                assertThat(figures.index().containing(name, null, SIZE).answer())
                        .isEqualTo(containing(images, name));
                Metric measured = figures.containing();
                assertThat(measured.name()).isEqualTo("images_containing_p95_" + SIZE);
                assertThat(measured.value()).isPositive();
                assertThat(measured.limit()).isPositive();
            }
        }
    }

    private static List<Nvr> containing(ManyImages images, String name) {
        return images.from(0, SIZE).stream()
                .filter(image ->
                        image.allRpms().stream().anyMatch(rpm -> rpm.name().equals(name)))
                .map(ImageRecord::nvr)
                .sorted()
                .toList();
    }
}

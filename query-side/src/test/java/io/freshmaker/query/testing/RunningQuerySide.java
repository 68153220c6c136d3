package io.freshmaker.query.testing;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.test.context.ContextConfiguration;

/** The query side with everything of its own, over an empty database; all tests with this annotation share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:application-platform.yml",
            "server.address=127.0.0.1",
            "logging.level.org.springframework.web.servlet.PageNotFound=error", // most of what FuzzIT asks for
            "freshmaker.auth=none"
        })
@ContextConfiguration(classes = RunningQuerySide.Parts.class, initializers = RunningQuerySide.FreshDatabase.class)
public @interface RunningQuerySide {

    /** What the launcher starts, and the tests' own parts. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan({"io.freshmaker.platform", "io.freshmaker.query"})
    class Parts {}

    /** A database for this context alone. */
    class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final Path INDEX_OF_IMAGES =
                Path.of("../command-side/src/main/resources/db/migration/V205__image_index.sql");

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(Map.of("spring.datasource.url", url())).applyTo(context);
        }

        /** Of a new one, with the tables of others whose views are read here: messages and the index of images. */
        static String url() {
            TestDatabase database = TestPostgres.fresh();
            new ResourceDatabasePopulator(tablesOfTheMessagingAdapter()).execute(database.dataSource());
            new ResourceDatabasePopulator(new FileSystemResource(INDEX_OF_IMAGES)).execute(database.dataSource());
            database.close();
            return database.url();
        }

        private static Resource[] tablesOfTheMessagingAdapter() {
            Path migrations = Path.of("../messaging-adapter/src/main/resources/db/migration");
            try (Stream<Path> files = Files.list(migrations)) {
                return files.sorted().map(FileSystemResource::new).toArray(Resource[]::new);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

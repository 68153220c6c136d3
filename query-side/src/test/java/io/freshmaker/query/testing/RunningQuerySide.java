package io.freshmaker.query.testing;

import io.freshmaker.platform.testing.TestPostgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
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

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            Map.of("spring.datasource.url", TestPostgres.fresh().url()))
                    .applyTo(context);
        }
    }
}

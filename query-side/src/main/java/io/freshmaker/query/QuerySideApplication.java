package io.freshmaker.query;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Runs the query side as a service of its own. */
@SpringBootApplication(scanBasePackages = {"io.freshmaker.platform", "io.freshmaker.query"})
class QuerySideApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(QuerySideApplication.class)
                .properties("spring.config.import=classpath:application-platform.yml")
                .run(args);
    }
}

package io.freshmaker.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the query side as a service of its own. */
@SpringBootApplication(scanBasePackages = {"io.freshmaker.platform", "io.freshmaker.query"})
class QuerySideApplication {

    static void main(String[] args) {
        SpringApplication.run(QuerySideApplication.class, args);
    }
}

package io.freshmaker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.freshmaker.query.testing.Api;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is launched, without any setting but its database. */
class QuerySideApplicationIT {

    @Test
    void without_a_login_it_answers_reads_and_refuses_writes() {
        try (TestDatabase database = TestPostgres.fresh();
                ConfigurableApplicationContext service = launched(database)) {
            Api api = service.getBean(Api.class);

            HttpResponse<String> write = api.patch("/api/1/events/1", "{\"action\":\"cancel\"}");

            assertThat(api.json("/api/1/events/").path("items")).isEmpty();
            assertThat(api.get("/api/1/about/").statusCode()).isEqualTo(400);
            assertThat(write.statusCode()).isEqualTo(403);
            assertThat(api.json(write).path("message").asString()).startsWith("Writes need a login");
            assertThat(service.getEnvironment().getProperty("axon.serializer.events"))
                    .isEqualTo("jackson");
        }
    }

    @Test
    void a_login_that_does_not_exist_stops_the_start() {
        try (TestDatabase database = TestPostgres.fresh()) {
            assertThatThrownBy(() -> launched(database, "--freshmaker.auth=kerberos"))
                    .hasRootCauseMessage(
                            "freshmaker.auth: expected none, or one or several of oidc, proxy, certificate separated"
                                    + " by commas, found kerberos");
        }
    }

    @Test
    void without_a_secret_it_does_not_even_look_for_its_database() {
        assertThatThrownBy(
                        () -> QuerySideApplication.SERVICE.start("--spring.datasource.url=jdbc:postgresql://nowhere/"))
                .rootCause()
                .hasMessageStartingWith("freshmaker.cluster.secret: expected at least 16 characters");
    }

    @Test
    void without_a_command_side_it_is_alive_but_not_ready() {
        try (TestDatabase database = TestPostgres.fresh();
                ConfigurableApplicationContext service = launched(database)) {
            Api api = service.getBean(Api.class);

            assertThat(api.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(api.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(api.get("/monitor/metrics").statusCode()).isEqualTo(200);
        }
    }

    private static ConfigurableApplicationContext launched(TestDatabase database, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--freshmaker.cluster.secret=a secret of the test"));
        arguments.addAll(List.of(more));
        return QuerySideApplication.SERVICE.start(arguments.toArray(String[]::new));
    }
}

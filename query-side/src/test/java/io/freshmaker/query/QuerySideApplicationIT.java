package io.freshmaker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.freshmaker.query.testing.Api;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
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
                    .hasRootCauseMessage("freshmaker.auth is 'kerberos', but can only be 'none' or not set.");
        }
    }

    private static ConfigurableApplicationContext launched(TestDatabase database, String... more) {
        AtomicReference<ConfigurableApplicationContext> started = new AtomicReference<>();
        String[] arguments = new String[more.length + 2];
        System.arraycopy(more, 0, arguments, 2, more.length);
        arguments[0] = "--server.port=0";
        arguments[1] = "--spring.datasource.url=" + database.url();
        SpringApplication.withHook(
                _ -> new SpringApplicationRunListener() {
                    @Override
                    public void ready(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
                        started.set(context);
                    }
                },
                () -> QuerySideApplication.main(arguments));
        return started.get();
    }
}

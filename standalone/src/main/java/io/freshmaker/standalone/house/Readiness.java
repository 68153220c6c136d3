package io.freshmaker.standalone.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the application from outside, as a load balancer would. */
record Readiness(HttpRequest question) {

    private static final Logger log = LoggerFactory.getLogger(Readiness.class);
    private static final Duration PERIOD = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Readiness of(URI url) {
        return new Readiness(HttpRequest.newBuilder(url.resolve("actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build());
    }

    void await() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            long told = System.nanoTime();
            while (!isUp(client)) {
                if (System.nanoTime() - told > PATIENCE.toNanos()) {
                    log.warn("Still not ready; {} says why", question.uri());
                    told = System.nanoTime();
                }
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isUp(HttpClient client) throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}

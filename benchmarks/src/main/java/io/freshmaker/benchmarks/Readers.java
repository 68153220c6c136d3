package io.freshmaker.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** People who look at Events all the time: so many requests per second, each counted with its time and status. */
final class Readers implements AutoCloseable {

    private static final List<String> PAGES = List.of(
            "api/1/events/?per_page=20", "api/2/events/?per_page=100", "api/1/builds/?state=done", "api/3/events/1");
    private static final Duration TIME_OUT = Duration.ofSeconds(30);
    private static final int SERVER_ERROR = 500;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIME_OUT).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
    private final Thread clock;

    private record Answer(double seconds, int status) {}

    Readers(URI house, int perSecond) {
        clock = Thread.ofVirtual()
                .start(() -> keepAsking(house, Duration.ofSeconds(1).dividedBy(perSecond)));
    }

    private void keepAsking(URI house, Duration period) {
        try {
            for (int i = 0; !Thread.interrupted(); i++) {
                URI page = house.resolve(PAGES.get(i % PAGES.size()));
                threads.submit(() -> ask(page));
                Thread.sleep(period);
            }
        } catch (InterruptedException | RejectedExecutionException ended) {
            // which is how it ends
        }
    }

    private void ask(URI page) {
        long begin = System.nanoTime();
        int status = SERVER_ERROR;
        try {
            status = http.send(HttpRequest.newBuilder(page).timeout(TIME_OUT).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            // no answer is as bad as an error
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answers.add(new Answer((System.nanoTime() - begin) / 1e9, status));
    }

    int asked() {
        return answers.size();
    }

    long errors() {
        return List.copyOf(answers).stream()
                .filter(answer -> answer.status() >= SERVER_ERROR)
                .count();
    }

    double worstSeconds() {
        return List.copyOf(answers).stream().mapToDouble(Answer::seconds).max().orElse(0);
    }

    @Override
    public void close() {
        clock.interrupt();
        threads.close();
    }
}

package io.freshmaker.standalone.smoke;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A service in a process of its own, as a container would run it: a command, an environment and a health check. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private static final Pattern NAMES = Pattern.compile("This process is ([\\w-]+)");

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path output;
    private @Nullable Process process;

    ServiceProcess(List<String> command, Map<String, String> environment, Path output) {
        this.command = command;
        this.environment = Map.copyOf(environment);
        this.output = output;
    }

    /** It goes on printing where the one before it ended. */
    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        Process started = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        process = started;
    }

    void awaitHealthy() {
        await(output.getFileName() + " is healthy")
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    if (!process().isAlive()) throw new IllegalStateException("It has ended: " + printed());
                    return isHealthy();
                });
    }

    /** Asked as a container's health check asks. */
    boolean isHealthy() throws IOException, InterruptedException {
        ProcessBuilder check = new ProcessBuilder(
                        Launcher.ROOT.resolve("docker/healthy.sh").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        check.environment().put("SERVER_PORT", port());
        return check.start().waitFor() == 0;
    }

    /** Its name in this life, by which it owns what it works on. */
    boolean isCalled(String name) throws IOException {
        return NAMES.matcher(printed())
                .results()
                .reduce((_, last) -> last)
                .filter(last -> last.group(1).equals(name))
                .isPresent();
    }

    boolean says(String words) throws IOException {
        return printed().contains(words);
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    /** kill -9 */
    void kill() throws InterruptedException {
        process().destroyForcibly().waitFor();
    }

    /** SIGSTOP */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT */
    void letGo() throws IOException, InterruptedException {
        signal("CONT");
    }

    @Override
    public void close() {
        if (process == null) return;
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return String.valueOf(output.getFileName());
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process().pid()))
                .start()
                .waitFor();
    }

    private Process process() {
        if (process == null) throw new IllegalStateException("Not started: " + output);
        return process;
    }

    private String port() {
        return environment.getOrDefault("SERVER_PORT", "8080");
    }

    private String printed() throws IOException {
        return Files.readString(output);
    }
}

package io.freshmaker.standalone.smoke;

import io.freshmaker.platform.testing.PostgresNode;
import io.freshmaker.platform.testing.RabbitNode;
import io.freshmaker.standalone.failure.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes processes of the services that the compose file names: the same entry point, command and environment, but on this
 * machine, with certificates, and small, because all of them share two processors.
 */
final class Topology {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)[^}]*}");
    private static final String SMALL = " -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    /** Looked at when a test has failed. */
    private static final Path OUTPUT = Path.of("target", "services");

    private final ComposeFile compose = ComposeFile.read();
    private final ImageFile image = ImageFile.read();
    private final PostgresNode postgres;
    private final RabbitNode rabbit;
    private final Client client;
    private final Path folder;

    /** @param folder with the catalog, the rules and the build command, under the names of the compose file */
    Topology(PostgresNode postgres, RabbitNode rabbit, Client client, Path folder) {
        this.postgres = postgres;
        this.rabbit = rabbit;
        this.client = client;
        this.folder = folder;
    }

    /** As many as the compose file wants. */
    List<ServiceProcess> processes(String name, String secret) throws IOException {
        List<ServiceProcess> processes = new ArrayList<>();
        for (int i = 1; i <= compose.service(name).scale(); i++) processes.add(process(name, i, secret));
        return processes;
    }

    ServiceProcess process(String name, int number, String secret) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name + "-" + number));
        Path output = Files.createDirectories(OUTPUT).resolve(name + "-" + number + ".log");
        Files.writeString(output, "");
        return new ServiceProcess(command(name), environment(name, own, secret), output);
    }

    private List<String> command(String name) {
        List<String> command = new ArrayList<>(image.entryPoint());
        command.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", command.getFirst())
                        .toString());
        for (String word : compose.service(name).command()) {
            Path jar = image.jars().get(word);
            if (jar != null && !Files.exists(jar)) throw new AssertionError("Run 'mvn package' first: no " + jar);
            command.add(jar == null ? word : jar.toString());
        }
        return command;
    }

    private Map<String, String> environment(String name, Path own, String secret) {
        Map<String, String> variables = Map.of(
                "POSTGRES_PASSWORD",
                postgres.password(),
                "RABBITMQ_PASSWORD",
                rabbit.password(),
                "CLUSTER_SECRET",
                secret);
        Map<String, String> environment = new TreeMap<>();
        compose.service(name)
                .environment()
                .forEach((variable, value) -> environment.put(variable, here(filled(value, variables), own)));
        environment.merge("JAVA_TOOL_OPTIONS", SMALL, String::concat);
        replaceAddresses(environment);
        return environment;
    }

    private void replaceAddresses(Map<String, String> environment) {
        environment.replace("SERVER_PORT", Integer.toString(Ports.free()));
        environment.replace("SERVER_ADDRESS", "127.0.0.1");
        environment.replace("FRESHMAKER_CLUSTER_BIND_ADDRESS", "127.0.0.1");
        environment.computeIfPresent(
                "SPRING_DATASOURCE_URL",
                (_, url) -> postgres.url(client.identity()) + "&" + url.substring(url.indexOf('?') + 1));
        if (environment.replace("SPRING_RABBITMQ_HOST", "127.0.0.1") == null) return;
        environment.replace("SPRING_RABBITMQ_PORT", Integer.toString(rabbit.port()));
        environment.putAll(client.busSettings());
    }

    /** A folder of the container is one of the test. */
    private String here(String value, Path own) {
        return value.replace("/etc/freshmaker", folder.toString()).replace("/var/lib/freshmaker", own.toString());
    }

    private static String filled(String value, Map<String, String> variables) {
        return VARIABLE.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(variables.getOrDefault(found.group(1), "")));
    }
}

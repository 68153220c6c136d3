package io.freshmaker.benchmarks;

import io.freshmaker.command.CommandSideApplication;
import io.freshmaker.messaging.MessagingAdapterApplication;
import io.freshmaker.query.QuerySideApplication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the three services, in a process of its own. */
final class ServiceProcess {

    static final String ARGUMENT = "service";

    /** The settings files of all services have the same name, and all lie on the class path here. */
    private static final Map<String, String> OWN_SETTINGS = Map.of(
            "spring.config.name", "bench-service",
            "spring.config.import", "classpath:application-platform.yml",
            "management.endpoint.health.group.readiness.include", "readinessState,db,processors,commands");

    private ServiceProcess() {}

    /** Returns when it is ready. */
    static StartedProcess start(String name, Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(OWN_SETTINGS);
        all.putAll(settings);
        List<String> arguments = new ArrayList<>(List.of(ARGUMENT, name));
        all.forEach((setting, value) -> arguments.add("--%s=%s".formatted(setting, value)));
        return StartedProcess.start(
                OwnJvm.command(arguments.toArray(String[]::new)),
                line -> line.contains("Freshmaker %s is ready".formatted(name)));
    }

    /** What that process does: until it is asked to end. */
    static void live(String name, String... settings) {
        switch (name) {
            case "command-side" -> CommandSideApplication.main(settings);
            case "messaging-adapter" -> MessagingAdapterApplication.main(settings);
            case "query-side" -> QuerySideApplication.main(settings);
            default -> throw new IllegalArgumentException("No service is called " + name);
        }
    }
}

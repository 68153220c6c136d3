package io.freshmaker.standalone.smoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The {@code docker-compose.yml} of this repository, variables left as they are written. */
record ComposeFile(Map<String, ComposeService> services) {

    static ComposeFile read() {
        Path file = Launcher.ROOT.resolve("docker-compose.yml");
        try {
            Map<String, Object> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            return new ComposeFile(services(ComposeService.map(document.get("services"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ComposeService service(String name) {
        ComposeService service = services.get(name);
        if (service == null) throw new AssertionError("docker-compose.yml has no service " + name);
        return service;
    }

    private static Map<String, ComposeService> services(Map<String, Object> all) {
        Map<String, ComposeService> services = new TreeMap<>();
        all.forEach((name, fields) -> services.put(name, new ComposeService(name, ComposeService.map(fields))));
        return services;
    }
}

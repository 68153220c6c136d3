package io.freshmaker.standalone.crash;

import io.freshmaker.standalone.world.RandomImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every life of one house is told. */
record HouseSettings(Map<String, Object> all) {

    /** The schema is there already, and is looked at elsewhere: a life is to begin quickly. */
    private static final Map<String, Object> FIXED = Map.of(
            "spring.config.import", "classpath:application-platform.yml",
            "spring.flyway.enabled", "false",
            "spring.jpa.hibernate.ddl-auto", "none",
            "logging.config", "classpath:logback-crash.xml",
            "spring.jmx.enabled", "false",
            "spring.lifecycle.timeout-per-shutdown-phase", "3s",
            "spring.rabbitmq.publisher-confirm-type", "correlated",
            "freshmaker.auth", "none",
            "freshmaker.build.process.parallel", "3");

    static HouseSettings of(Path folder, RandomImages world, List<String> command, String busUrl) {
        URI bus = URI.create(busUrl);
        Map<String, Object> all = new HashMap<>(FIXED);
        all.put("freshmaker.wake-up", "local");
        all.put("data", folder.toString());
        all.put("catalog", write(folder.resolve("catalog.yml"), world.catalog()));
        all.put("rules", write(folder.resolve("rules.yml"), RandomImages.rules()));
        all.put("spring.rabbitmq.host", bus.getHost());
        all.put("spring.rabbitmq.port", bus.getPort());
        for (int i = 0; i < command.size(); i++) {
            all.put("freshmaker.build.process.command[" + i + "]", command.get(i));
        }
        return new HouseSettings(all);
    }

    private static String write(Path file, String text) {
        try {
            return Files.writeString(file, text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

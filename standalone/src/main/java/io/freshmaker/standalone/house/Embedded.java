package io.freshmaker.standalone.house;

import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/** Which parts Freshmaker brings along: those for which no setting names one that somebody else runs. */
public record Embedded(boolean postgres, boolean broker) {

    /** By the options of a start and the environment, as Spring will read them. */
    static Embedded unlessNamedIn(Map<String, String> settings) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("options", Map.copyOf(settings)));
        return new Embedded(
                !isNamed(environment, "spring.datasource.url"),
                !isNamed(environment, "spring.rabbitmq.host") && !isNamed(environment, "spring.rabbitmq.addresses"));
    }

    private static boolean isNamed(ConfigurableEnvironment environment, String setting) {
        return StringUtils.hasText(environment.getProperty(setting));
    }
}

package io.freshmaker.platform.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Stops the start, with one sentence, when a setting {@code freshmaker.…} from the command line or a file does not exist here, or
 * is none of its choices. Names from the environment are not checked: services share it, and none knows all of them.
 */
class SettingsCheck implements BeanFactoryPostProcessor {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("freshmaker");
    private static final Set<String> SHARED_WITH_OTHERS = Set.of(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    private final ConfigurableEnvironment environment;

    SettingsCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        SettingNames known = new SettingNames();
        types(beans).forEach(type -> {
            MergedAnnotations annotations = MergedAnnotations.from(type);
            annotations.stream(KnownSetting.class).forEach(setting -> {
                if (setting.getBoolean("open")) known.addOpen(setting.getString("name"));
                else known.add(setting.getString("name"));
                checkChoice(setting);
            });
            MergedAnnotation<ConfigurationProperties> settings = annotations.get(ConfigurationProperties.class);
            if (settings.isPresent() && type.isRecord()) known.addAll(settings.getString("prefix"), type);
        });
        given().filter(name -> !known.contain(name)).findFirst().ifPresent(name -> {
            throw new IllegalStateException(
                    "There is no setting %s; docs/configuration.md lists what there is.".formatted(name));
        });
    }

    private void checkChoice(MergedAnnotation<KnownSetting> setting) {
        List<String> choices = Arrays.asList(setting.getStringArray("choices"));
        String name = setting.getString("name");
        String value = environment.getProperty(name);
        if (value == null || choices.isEmpty() || choices.contains(value)) return;
        throw new IllegalStateException(
                "%s: expected %s, found %s".formatted(name, String.join(" or ", choices), value));
    }

    private Stream<ConfigurationPropertyName> given() {
        return environment.getPropertySources().stream()
                .filter(source -> !SHARED_WITH_OTHERS.contains(source.getName()))
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .map(name -> ConfigurationPropertyName.adapt(name, '.'))
                .filter(OURS::isAncestorOf);
    }

    private static Stream<Class<?>> types(ConfigurableListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanDefinitionNames())
                .<@Nullable Class<?>>map(name -> beans.getType(name, false))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }
}

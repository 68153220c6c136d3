package io.freshmaker.command.adapter.flatpak;

import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.OutsideSystems;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The index is there where a setting says where: without it no advisory is looked at for Flatpaks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlatpakSettings.class)
class FlatpakConfiguration {

    @Bean
    @ConditionalOnExpression("!'${" + FlatpakSettings.PREFIX + ".server-url:}'.isBlank()")
    ReleasedFlatpaks releasedFlatpaks(OutsideSystems systems, FlatpakSettings settings) {
        Http http =
                new Http(systems.system(ReleasedFlatpaks.SYSTEM, settings.politeness()), settings.politeness(), null);
        return new ReleasedFlatpaks(http, Objects.requireNonNull(settings.serverUrl()));
    }
}

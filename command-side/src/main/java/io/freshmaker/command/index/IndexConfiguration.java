package io.freshmaker.command.index;

import io.freshmaker.command.outside.CatalogIs;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.platform.job.Jobs;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the index before the system that knows images: the adapter is the bean qualified {@code asked}, whoever asks gets the other. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexSettings.class)
class IndexConfiguration {

    @Bean
    ImageIndex imageIndex(JdbcClient sql, PlatformTransactionManager transactions, Clock clock) {
        return new ImageIndex(sql, transactions, clock);
    }

    /** Where there is such a system. */
    @Configuration(proxyBeanMethods = false)
    @CatalogIs({"pyxis", "lightblue"})
    static class OfASystem {

        @Bean
        @Primary
        RememberedImageMetadata rememberedImageMetadata(
                @Qualifier("asked") ImageMetadata asked,
                ImageIndex index,
                IndexSettings settings,
                JdbcClient sql,
                Clock clock,
                @Value("${freshmaker.catalog}") String system) {
            return new RememberedImageMetadata(
                    asked, index, new ImageSource(system, sql, clock), settings.answersWhenAway(), new Lately(clock));
        }

        @Bean
        RefreshImageIndexJob refreshImageIndexJob(
                RememberedImageMetadata images,
                JdbcClient sql,
                IndexSettings settings,
                ObjectProvider<Jobs> jobs,
                Clock clock) {
            return new RefreshImageIndexJob(images, new RefreshQueue(sql), settings, jobs, clock);
        }
    }
}

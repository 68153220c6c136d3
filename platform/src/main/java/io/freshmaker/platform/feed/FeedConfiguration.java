package io.freshmaker.platform.feed;

import io.freshmaker.platform.axon.Processor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Numbers facts. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean
    Numbering numbering(JdbcTemplate sql) {
        return new Numbering(sql);
    }

    @Bean
    Processor numberingProcessor() {
        return Numbering.PROCESSOR;
    }
}

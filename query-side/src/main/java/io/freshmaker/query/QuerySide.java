package io.freshmaker.query;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The rows and settings of the query side, alone or in one process with everything else. */
@Configuration(proxyBeanMethods = false)
@EntityScan
@EnableJpaRepositories
@PropertySource("classpath:query-side.properties")
class QuerySide {}

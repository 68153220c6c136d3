package io.freshmaker.command.outside;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings that more than one system outside is concerned with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FollowedTags.class, AdvisoryStates.class})
class OutsideConfiguration {}

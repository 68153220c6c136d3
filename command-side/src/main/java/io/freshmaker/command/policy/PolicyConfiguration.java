package io.freshmaker.command.policy;

import io.freshmaker.command.compose.ComposeSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of the policies; they themselves are found by their annotation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RetrySettings.class, CatchUpSettings.class, ComposeSettings.class})
class PolicyConfiguration {}

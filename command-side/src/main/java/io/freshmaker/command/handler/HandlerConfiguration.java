package io.freshmaker.command.handler;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of the handlers; they themselves are found by their annotation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HandlerSettings.class)
class HandlerConfiguration {}

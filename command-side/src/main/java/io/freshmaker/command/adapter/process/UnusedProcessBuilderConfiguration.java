package io.freshmaker.command.adapter.process;

import io.freshmaker.platform.settings.KnownSetting;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;

/** Where others build, the process builder's settings may stay where they are and mean nothing. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "freshmaker.build.system", havingValue = "koji-mbs")
@KnownSetting(name = ProcessBuilderSettings.PREFIX, open = true)
class UnusedProcessBuilderConfiguration {}

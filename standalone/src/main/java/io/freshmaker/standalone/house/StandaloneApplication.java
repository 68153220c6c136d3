package io.freshmaker.standalone.house;

import io.freshmaker.platform.settings.KnownSetting;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The three services in one process, without their own mains. */
@SpringBootApplication(
        scanBasePackages = {
            "io.freshmaker.platform",
            "io.freshmaker.command",
            "io.freshmaker.messaging",
            "io.freshmaker.query",
            "io.freshmaker.standalone.house"
        })
@KnownSetting(name = "freshmaker.bus.embedded.password")
@AutoConfigurationPackage(basePackages = "io.freshmaker")
class StandaloneApplication {}

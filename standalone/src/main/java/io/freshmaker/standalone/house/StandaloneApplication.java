package io.freshmaker.standalone.house;

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
@AutoConfigurationPackage(basePackages = "io.freshmaker")
class StandaloneApplication {}

package io.freshmaker.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command side as a service of its own. */
@SpringBootApplication(scanBasePackages = {"io.freshmaker.platform", "io.freshmaker.command"})
public class CommandSideApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CommandSideApplication.class, arguments);
    }
}

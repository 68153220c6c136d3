package io.freshmaker.command;

import io.freshmaker.platform.cluster.Role;
import io.freshmaker.platform.service.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command side as a service of its own: it handles the commands of all. */
@SpringBootApplication(scanBasePackages = {"io.freshmaker.platform", "io.freshmaker.command"})
public class CommandSideApplication {

    public static void main(String[] arguments) {
        new Service("command-side", Role.HANDLER, CommandSideApplication.class).run(arguments);
    }
}

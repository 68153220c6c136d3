package io.freshmaker.messaging;

import io.freshmaker.platform.cluster.Role;
import io.freshmaker.platform.service.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The messaging adapter as a service of its own. */
@SpringBootApplication(scanBasePackages = {"io.freshmaker.platform", "io.freshmaker.messaging"})
public class MessagingAdapterApplication {

    public static void main(String[] arguments) {
        new Service("messaging-adapter", Role.SENDER, MessagingAdapterApplication.class).run(arguments);
    }
}

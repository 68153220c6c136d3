package io.freshmaker.messaging;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The messaging adapter as a service of its own. */
@SpringBootApplication(scanBasePackages = {"io.freshmaker.platform", "io.freshmaker.messaging"})
public class MessagingAdapterApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MessagingAdapterApplication.class, arguments);
    }
}

package io.freshmaker.query;

import io.freshmaker.platform.cluster.Role;
import io.freshmaker.platform.service.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The query side as a service of its own. */
@SpringBootApplication(scanBasePackages = {"io.freshmaker.platform", "io.freshmaker.query"})
public class QuerySideApplication {

    static final Service SERVICE = new Service("query-side", Role.SENDER, QuerySideApplication.class);

    public static void main(String[] arguments) {
        SERVICE.run(arguments);
    }
}

package io.freshmaker.platform.service;

import java.util.Set;
import org.springframework.boot.actuate.endpoint.EndpointFilter;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Of {@code /actuator} only what shows no secret and changes nothing, whatever {@code management.endpoints.web.exposure} says:
 * nobody logs in there, and settings, memory or threads of a process have secrets in them.
 */
@Component
@ConditionalOnWebApplication
class HarmlessEndpoints implements EndpointFilter<ExposableWebEndpoint> {

    private static final Set<String> HARMLESS = Set.of("health", "info", "metrics", "prometheus");

    @Override
    public boolean match(ExposableWebEndpoint endpoint) {
        return HARMLESS.contains(endpoint.getEndpointId().toLowerCaseString());
    }
}

package io.freshmaker.query.limit;

import io.freshmaker.query.login.Auth;
import io.freshmaker.query.web.ApiError;
import java.util.Arrays;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Refuses, with 429, who asks or changes too much. Where nobody logs in there is no limit: that is for one machine. */
@Component
@EnableConfigurationProperties(LimitSettings.class)
public class RateLimits {

    private static final int GROUPS_OF_NETWORK = 4;

    private final Limit requests;
    private final Limit writes;

    RateLimits(LimitSettings settings, Auth auth) {
        boolean none = auth.needsNoLogin();
        requests = new Limit(none ? 0 : settings.requestsPerMinute(), settings.senders());
        writes = new Limit(none ? 0 : settings.writesPerMinute(), settings.senders());
    }

    /** One more request from there; whoever has one IPv6 address has the 2^64 beside it, which count as one. */
    public void request(String address) {
        require(requests.allows(network(address)), "Too many requests; wait a minute.");
    }

    /** One more write of that person. */
    public void write(String sender) {
        require(writes.allows(sender), "Too many writes; wait a minute.");
    }

    static String network(String address) {
        if (!address.contains(":") || address.contains(".")) return address;
        String[] groups = address.split(":", -1);
        return String.join(":", Arrays.copyOf(groups, Math.min(GROUPS_OF_NETWORK, groups.length)));
    }

    private static void require(boolean allowed, String otherwise) {
        if (allowed) return;
        throw new ApiError(HttpStatus.TOO_MANY_REQUESTS, otherwise)
                .with(HttpHeaders.RETRY_AFTER, String.valueOf(Limit.PERIOD.toSeconds()));
    }
}

package io.freshmaker.query.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one sender may do; 0 is no limit.
 *
 * @param requestsPerMinute of one address, of any kind
 * @param writesPerMinute of one person
 * @param senders how many are counted at the same time; of more the quietest are forgotten
 */
@ConfigurationProperties(LimitSettings.PREFIX)
record LimitSettings(
        @DefaultValue("6000") int requestsPerMinute,
        @DefaultValue("60") int writesPerMinute,
        @DefaultValue("10000") int senders) {

    static final String PREFIX = "freshmaker.rate-limit";

    LimitSettings {
        if (requestsPerMinute < 0) throw wrong("requests-per-minute", "0 or more", requestsPerMinute);
        if (writesPerMinute < 0) throw wrong("writes-per-minute", "0 or more", writesPerMinute);
        if (senders < 1) throw wrong("senders", "at least 1", senders);
    }

    private static IllegalArgumentException wrong(String name, String expected, int found) {
        return new IllegalArgumentException("%s.%s: expected %s, found %d".formatted(PREFIX, name, expected, found));
    }
}

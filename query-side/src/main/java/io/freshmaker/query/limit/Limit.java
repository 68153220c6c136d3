package io.freshmaker.query.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/** So many in a minute for each sender, and so many senders at the most: who sends under ever new names costs no memory. */
final class Limit {

    static final Duration PERIOD = Duration.ofMinutes(1);

    private final boolean on;
    private final RateLimiterConfig config;
    private final Cache<String, RateLimiter> senders;

    Limit(int perMinute, int mostSenders) {
        on = perMinute > 0;
        config = RateLimiterConfig.custom()
                .limitForPeriod(Math.max(1, perMinute))
                .limitRefreshPeriod(PERIOD)
                .timeoutDuration(Duration.ZERO)
                .build();
        senders = Caffeine.newBuilder()
                .maximumSize(mostSenders)
                .expireAfterAccess(PERIOD.multipliedBy(2))
                .build();
    }

    /** Whether that sender may do one more just now. */
    boolean allows(String sender) {
        return !on || senders.get(sender, name -> RateLimiter.of(name, config)).acquirePermission();
    }
}

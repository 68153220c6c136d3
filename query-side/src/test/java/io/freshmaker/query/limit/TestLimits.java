package io.freshmaker.query.limit;

import io.freshmaker.query.login.TestAuth;

/** Limits for tests in other packages. */
public final class TestLimits {

    private TestLimits() {}

    public static RateLimits perMinute(int requests, int writes) {
        return new RateLimits(new LimitSettings(requests, writes, 100), TestAuth.of("proxy"));
    }
}

package io.freshmaker.query.login.proxy;

import io.freshmaker.query.ldap.TestGroups;
import io.freshmaker.query.login.TestAuth;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** A proxy that is trusted, for tests in other packages too. */
public final class TestProxy {

    public static final String SECRET = "0123456789abcdef0123456789abcdef";

    private TestProxy() {}

    public static TrustedProxy trusted() {
        return with(Map.of("secret", SECRET));
    }

    static TrustedProxy with(Map<String, String> given) {
        MockEnvironment server = new MockEnvironment()
                .withProperty("server.ssl.client-auth", "want")
                .withProperty("server.ssl.bundle", "web");
        return new TrustedProxy(TestAuth.of("proxy"), settings(given), server, TestGroups.none());
    }

    static ProxySettings settings(Map<String, String> given) {
        Map<String, String> named = new HashMap<>();
        given.forEach((name, value) -> named.put(ProxySettings.PREFIX + "." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate(ProxySettings.PREFIX, ProxySettings.class);
    }
}

package io.freshmaker.query.ldap;

import io.freshmaker.query.testing.TestLdap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

/** Groups from an LDAP server, and from none, for tests in other packages too. */
public final class TestGroups {

    private TestGroups() {}

    public static LdapGroups none() {
        return from(Map.of());
    }

    public static LdapGroups of(TestLdap ldap) {
        return from(settings(ldap.url()));
    }

    static Map<String, String> settings(String url) {
        return Map.of(
                "url",
                url,
                "bind-dn",
                TestLdap.BIND_DN,
                "password",
                TestLdap.PASSWORD,
                "user-base",
                TestLdap.USERS,
                "connect-timeout",
                "500ms",
                "read-timeout",
                "500ms");
    }

    static LdapGroups from(Map<String, String> settings) {
        MapConfigurationPropertySource given = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> given.put(LdapSettings.PREFIX + "." + name, value));
        return new LdapGroups(
                new Binder(given).bindOrCreate(LdapSettings.PREFIX, LdapSettings.class),
                new DefaultSslBundleRegistry());
    }
}

package io.freshmaker.query.ldap;

import io.freshmaker.query.login.SafeAddress;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the groups of persons are (spec §9.5). Without {@code url} nobody is in a group.
 *
 * @param url {@code ldaps://HOST:PORT}, or {@code ldap://…} on this machine
 * @param bindDn as whom we ask; with its password, because who binds without one is let in as nobody by many servers
 * @param userBase right beneath which persons are
 * @param groupAttribute whose values are the names of the groups: whole DNs, in most servers
 * @param sslBundle {@code spring.ssl.bundle} that says whom to trust; empty: whom Java trusts
 * @param cacheFor for how long an answer is remembered
 * @param cacheSize how many answers, at most
 */
@ConfigurationProperties(LdapSettings.PREFIX)
record LdapSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String bindDn,
        @DefaultValue("") String password,
        @DefaultValue("") String userBase,
        @DefaultValue("uid") String userAttribute,
        @DefaultValue("posixAccount") String userClass,
        @DefaultValue("memberOf") String groupAttribute,
        @DefaultValue("") String sslBundle,
        @DefaultValue("60s") Duration cacheFor,
        @DefaultValue("10000") int cacheSize,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout) {

    static final String PREFIX = "freshmaker.ldap";

    LdapSettings {
        if (!url.isEmpty()) {
            if (!SafeAddress.is(url, "ldap")) throw wrong("url", "ldaps://HOST:PORT", url);
            if (bindDn.isBlank()) throw wrong("bind-dn", "the DN as which LDAP is asked", "nothing");
            if (password.isEmpty()) throw wrong("password", "the password of bind-dn", "nothing");
            if (userBase.isBlank()) throw wrong("user-base", "the DN beneath which persons are", "nothing");
            if (cacheFor.isNegative()) throw wrong("cache-for", "a duration", cacheFor);
            if (cacheSize < 1) throw wrong("cache-size", "at least 1", cacheSize);
            if (!connectTimeout.isPositive()) throw wrong("connect-timeout", "a duration above zero", connectTimeout);
            if (!readTimeout.isPositive()) throw wrong("read-timeout", "a duration above zero", readTimeout);
        }
    }

    boolean isUsed() {
        return !url.isEmpty();
    }

    private static IllegalArgumentException wrong(String name, String expected, Object found) {
        return new IllegalArgumentException("%s.%s: expected %s, found %s".formatted(PREFIX, name, expected, found));
    }

    /** The password is in no log. */
    @Override
    public String toString() {
        return "LdapSettings[url=%s, bindDn=%s, userBase=%s]".formatted(url, bindDn, userBase);
    }
}

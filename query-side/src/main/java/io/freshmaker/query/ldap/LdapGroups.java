package io.freshmaker.query.ldap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.unboundid.ldap.sdk.LDAPException;
import io.freshmaker.query.web.ApiError;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The groups of a person as LDAP has them, remembered for a while. When LDAP is away nobody's groups are guessed. */
@Component
@EnableConfigurationProperties(LdapSettings.class)
public class LdapGroups {

    private static final Logger log = LoggerFactory.getLogger(LdapGroups.class);
    private static final String SOON = "10";

    private final LdapSettings settings;
    private final Directory directory;
    private final Cache<String, Set<String>> known;

    LdapGroups(LdapSettings settings, SslBundles bundles) {
        this.settings = settings;
        this.directory = new Directory(settings, bundles);
        this.known = Caffeine.newBuilder()
                .maximumSize(settings.cacheSize())
                .expireAfterWrite(settings.cacheFor())
                .build();
    }

    /** None for somebody whom LDAP does not know, or where it is not used; 503 when it does not answer. */
    public Set<String> of(String user) {
        if (!settings.isUsed()) return Set.of();
        Set<String> groups = known.getIfPresent(user);
        if (groups != null) return groups;
        Set<String> found = ask(user);
        known.put(user, found);
        return found;
    }

    private Set<String> ask(String user) {
        try {
            return directory.groupsOf(user);
        } catch (LDAPException e) {
            log.warn("LDAP at {} cannot be asked: {}", settings.url(), e.getResultCode());
            throw new ApiError(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "LDAP does not answer, so nobody's groups are known; try again soon.")
                    .with(HttpHeaders.RETRY_AFTER, SOON);
        }
    }
}

package io.freshmaker.query.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundles;

/** An LDAP server. Each question has a connection of its own: bound, with limits on time and size, and closed whatever happens. */
final class Directory {

    private static final int MORE_THAN_ONE = 2;

    private final LdapSettings settings;
    private final SslBundles bundles;

    Directory(LdapSettings settings, SslBundles bundles) {
        this.settings = settings;
        this.bundles = bundles;
    }

    /** Empty when there is no such person, or nobody with exactly that name. */
    Set<String> groupsOf(String user) throws LDAPException {
        LDAPURL url = new LDAPURL(settings.url());
        try (LDAPConnection connection = new LDAPConnection(
                sockets(url.getScheme().equals("ldaps")),
                options(),
                Objects.requireNonNull(url.getHost()),
                url.getPort())) {
            connection.bind(settings.bindDn(), settings.password());
            List<SearchResultEntry> found =
                    Objects.requireNonNull(connection.search(search(user)).getSearchEntries());
            return found.size() == 1 ? groups(found.getFirst(), user) : Set.of();
        }
    }

    /** The filter is made of values, not of text: nothing in a name can become a part of it. */
    private SearchRequest search(String user) {
        Filter filter = Filter.createANDFilter(
                Filter.createEqualityFilter(settings.userAttribute(), user),
                Filter.createEqualityFilter("objectClass", settings.userClass()));
        SearchRequest search = new SearchRequest(
                settings.userBase(), SearchScope.ONE, filter, settings.userAttribute(), settings.groupAttribute());
        search.setSizeLimit(MORE_THAN_ONE);
        search.setTimeLimitSeconds((int) Math.max(1, settings.readTimeout().toSeconds()));
        return search;
    }

    /** LDAP takes JANE for jane; a login does not. */
    private Set<String> groups(SearchResultEntry entry, String user) {
        String[] names = entry.getAttributeValues(settings.userAttribute());
        String[] groups = entry.getAttributeValues(settings.groupAttribute());
        if (names == null || !List.of(names).contains(user) || groups == null) return Set.of();
        return Set.of(groups);
    }

    private LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis((int) settings.connectTimeout().toMillis());
        options.setResponseTimeoutMillis(settings.readTimeout().toMillis());
        options.setFollowReferrals(false); // the password is for this server only
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        return options;
    }

    private SocketFactory sockets(boolean secure) throws LDAPException {
        if (!secure) return SocketFactory.getDefault();
        try {
            SSLContext context = settings.sslBundle().isEmpty()
                    ? SSLContext.getDefault()
                    : bundles.getBundle(settings.sslBundle()).createSslContext();
            return context.getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new LDAPException(ResultCode.LOCAL_ERROR, "No TLS here", e);
        }
    }
}

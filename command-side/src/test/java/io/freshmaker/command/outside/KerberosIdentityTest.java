package io.freshmaker.command.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.port.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Function;
import javax.security.auth.login.LoginException;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real tickets, which a real acceptor verifies as Apache's mod_auth_gssapi does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KerberosIdentityTest {

    private final Realm realm;
    private final StubServer server = new StubServer().otherwise(StubServer.status(200, "text/plain", "come in"));

    KerberosIdentityTest(@TempDir Path folder) throws KrbException, IOException {
        realm = new Realm(folder);
    }

    @AfterEach
    void forget() {
        server.requests().clear();
    }

    @AfterAll
    void close() throws KrbException {
        server.close();
        realm.close();
    }

    @Test
    void a_request_shows_a_ticket_for_the_service_of_its_server() throws LoginException {
        http(realm.keytab()).ask("a room", request(), Function.identity());

        assertThat(realm.verify(token(server.requests().getFirst()))).isEqualTo(Realm.USER);
    }

    @Test
    void each_attempt_shows_a_new_one() {
        server.then(StubServer.status(503, "text/plain", "busy"));

        http(realm.keytab()).ask("a room", request(), Function.identity());

        assertThat(server.requests())
                .hasSize(2)
                .extracting(request -> request.headers().get("authorization"))
                .doesNotHaveDuplicates();
    }

    @Test
    void one_that_is_not_taken_is_replaced_by_a_new_one_once_even_with_an_order() {
        server.then(StubServer.status(401, "text/html", "<p>Unauthorized</p>"));
        assertThat(http(realm.keytab())
                        .tell("a room", request(), Function.identity())
                        .isSuccess())
                .isTrue();

        server.requests().clear();
        server.then(StubServer.status(401, "text/html", "no"), StubServer.status(401, "text/html", "no"));
        assertThat(http(realm.keytab())
                        .tell("a room", request(), Function.identity())
                        .status())
                .isEqualTo(401);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void without_a_key_of_ours_there_is_no_ticket_and_nothing_is_asked() {
        assertThatThrownBy(() -> http(realm.wrongKeytab()).tell("a room", request(), Function.identity()))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("Kerberos gives no ticket for HTTP@localhost: ");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_service_that_the_realm_does_not_know_gets_no_ticket() {
        KerberosIdentity identity = new KerberosIdentity(Realm.USER, realm.keytab());

        assertThatThrownBy(() -> identity.authorization("elsewhere.example"))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("Kerberos gives no ticket for HTTP@elsewhere.example: ");
    }

    @Test
    void without_a_keytab_and_without_a_ticket_in_the_cache_there_is_none() {
        KerberosIdentity identity = new KerberosIdentity("nobody@TEST.EXAMPLE", null);

        assertThatThrownBy(() -> identity.authorization("localhost"))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("Kerberos gives no ticket for HTTP@localhost: ");
    }

    private static Http http(Path keytab) {
        return new Http(
                Systems.some().system("hotel", Systems.QUICK),
                Systems.QUICK,
                null,
                new KerberosIdentity(Realm.USER, keytab));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:%d/room".formatted(server.url("/").getPort())));
    }

    private static byte[] token(Half request) {
        return Base64.getDecoder()
                .decode(request.headers().getOrDefault("authorization", "").replace("Negotiate ", ""));
    }
}

package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.KerberosIdentity;
import io.freshmaker.command.outside.Realm;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.port.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.login.LoginException;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Logins with real tickets, which a real acceptor verifies as Apache's mod_auth_gssapi does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KerberosLoginTest {

    private final List<String> letIn = new CopyOnWriteArrayList<>();
    private final Realm realm;
    private final StubServer server;

    KerberosLoginTest(@TempDir Path folder) throws KrbException, IOException {
        realm = new Realm(folder);
        server = new StubServer();
    }

    @BeforeAll
    void open() {
        server.otherwise(this::answer);
    }

    @AfterEach
    void forget() {
        letIn.clear();
        server.requests().clear();
    }

    @AfterAll
    void close() throws KrbException {
        server.close();
        realm.close();
    }

    @Test
    void a_ticket_is_shown_before_it_is_asked_for_and_the_session_lives_on() {
        KojiHub hub = hub(realm.keytab());

        assertThat(hub.tell("buildContainer").number()).isEqualTo(1);
        assertThat(hub.tell("buildContainer").number()).isEqualTo(1);

        assertThat(letIn).containsExactly(Realm.USER);
        assertThat(server.requests()).extracting(Half::start).first().asString().contains("/kojihub/ssllogin");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void a_ticket_that_is_not_taken_is_replaced_by_a_new_one_once() {
        server.then(StubServer.status(401, "text/html", "<p>Unauthorized</p>"));
        assertThat(hub(realm.keytab()).tell("buildContainer").number()).isEqualTo(1);
        assertThat(server.requests())
                .filteredOn(request -> request.start().contains("ssllogin"))
                .extracting(request -> request.headers().get("authorization"))
                .hasSize(2)
                .doesNotHaveDuplicates();

        server.then(StubServer.status(401, "text/html", "no"), StubServer.status(401, "text/html", "no"));
        assertThatThrownBy(() -> hub(realm.keytab()).tell("buildContainer"))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("Koji does not let us in");
    }

    @Test
    void without_a_key_of_ours_there_is_no_ticket_and_nothing_is_asked() {
        assertThatThrownBy(() -> hub(realm.wrongKeytab()).tell("buildContainer"))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("Kerberos gives no ticket for HTTP@localhost: ");
        assertThat(server.requests()).isEmpty();
    }

    private KojiHub hub(Path keytab) {
        URI url = URI.create(
                "http://localhost:%d/kojihub".formatted(server.url("/").getPort()));
        KerberosIdentity identity = new KerberosIdentity(Realm.USER, keytab);
        return Kojis.hub(
                url, Login.byKerberos(() -> Headers.NONE.with("Authorization", identity.authorization("localhost"))));
    }

    private void answer(Half request, HttpExchange exchange) throws IOException {
        if (!request.start().contains("ssllogin")) {
            Answers.value(1).to(request, exchange);
            return;
        }
        try {
            String token = request.headers().getOrDefault("authorization", "").replace("Negotiate ", "");
            letIn.add(realm.verify(Base64.getDecoder().decode(token)));
            Answers.value(Map.of("session-id", 7, "session-key", "secret", "header-auth", true))
                    .to(request, exchange);
        } catch (LoginException | CompletionException e) {
            StubServer.status(401, "text/plain", String.valueOf(e)).to(request, exchange);
        }
    }
}

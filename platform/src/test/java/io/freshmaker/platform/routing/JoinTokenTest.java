package io.freshmaker.platform.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jgroups.Address;
import org.jgroups.Message;
import org.jgroups.protocols.AUTH;
import org.jgroups.util.UUID;
import org.junit.jupiter.api.Test;

class JoinTokenTest {

    private static final Clock NOW = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final Address joining = UUID.randomUUID();
    private final JoinToken member = new JoinToken("password", NOW);

    @Test
    void who_knows_the_password_is_let_in() throws IOException {
        assertThat(member.authenticate(shown("password", NOW), from(joining))).isTrue();
    }

    @Test
    void who_does_not_know_it_is_not() throws IOException {
        assertThat(member.authenticate(shown("passw0rd", NOW), from(joining))).isFalse();
    }

    @Test
    void what_another_one_has_shown_opens_to_nobody_else_and_not_for_ever() throws IOException {
        JoinToken seen = shown("password", NOW);

        assertThat(member.authenticate(seen, from(UUID.randomUUID()))).isFalse();
        assertThat(new JoinToken("password", Clock.offset(NOW, Duration.ofMinutes(1)))
                        .authenticate(seen, from(joining)))
                .isFalse();
    }

    /** As it arrives. */
    private JoinToken shown(String password, Clock clock) throws IOException {
        JoinToken token = new JoinToken(password, clock);
        token.setAuth(new AUTH() {
            @Override
            public Address getAddress() {
                return joining;
            }
        });
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        token.writeTo(new DataOutputStream(wire));
        assertThat(wire.size()).isEqualTo(token.size());
        JoinToken arrived = new JoinToken();
        arrived.readFrom(new DataInputStream(new ByteArrayInputStream(wire.toByteArray())));
        return arrived;
    }

    private static Message from(Address sender) {
        return new Message().setSrc(sender);
    }
}

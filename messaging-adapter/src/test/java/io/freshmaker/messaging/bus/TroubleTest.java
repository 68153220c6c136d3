package io.freshmaker.messaging.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.security.SignatureException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.AmqpConnectException;

class TroubleTest {

    @Test
    void the_first_who_noticed_it_says_it_in_one_line() {
        assertThat(Trouble.of(new AmqpConnectException(new ConnectException("Connection\n refused"))))
                .isEqualTo("Connection refused");
    }

    @Test
    void who_says_nothing_is_named() {
        assertThat(Trouble.of(new IOException(new EOFException()))).isEqualTo("EOFException");
    }

    @Test
    void of_a_certificate_the_handshake_speaks() {
        SSLHandshakeException failed = new SSLHandshakeException("PKIX path validation failed");
        failed.initCause(new SignatureException("signature check failed"));
        assertThat(Trouble.of(new IOException(failed))).isEqualTo("PKIX path validation failed");
    }
}

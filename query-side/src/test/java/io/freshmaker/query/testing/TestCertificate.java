package io.freshmaker.query.testing;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;

/** A client certificate as the server hands it on, where only its subject matters. */
public final class TestCertificate {

    public static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

    private TestCertificate() {}

    public static X509Certificate[] of(String subject) {
        X509Certificate certificate = mock(X509Certificate.class);
        when(certificate.getSubjectX500Principal()).thenReturn(new X500Principal(subject));
        return new X509Certificate[] {certificate};
    }
}

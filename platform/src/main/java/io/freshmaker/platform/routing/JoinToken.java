package io.freshmaker.platform.routing;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jgroups.Address;
import org.jgroups.Message;
import org.jgroups.auth.AuthToken;
import org.jgroups.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member shows when it joins: that it knows the secret, now and under this address. Headers are not encrypted, so a token
 * that is always the same could be read and shown by somebody else.
 */
public final class JoinToken extends AuthToken {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_LENGTH = 32;
    /** How far the clocks of two machines may be apart. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final byte @Nullable [] secret;
    private final Clock clock;
    private long time;
    private byte[] mac = new byte[MAC_LENGTH];

    /** One that arrives; JGroups makes it. */
    public JoinToken() {
        this.secret = null;
        this.clock = Clock.systemUTC();
    }

    JoinToken(String secret, Clock clock) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    @Override
    public String getName() {
        return JoinToken.class.getName();
    }

    @Override
    public boolean authenticate(AuthToken shown, Message message) {
        if (shown == this) return true; // a member that sends to itself
        return shown instanceof JoinToken other
                && Math.abs(clock.millis() - other.time) < TOLERANCE.toMillis()
                && MessageDigest.isEqual(macOf(message.getSrc(), other.time), other.mac);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        long now = clock.millis();
        out.writeLong(now);
        out.write(macOf(auth.getAddress(), now));
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        time = in.readLong();
        mac = new byte[MAC_LENGTH];
        in.readFully(mac);
    }

    @Override
    public int size() {
        return Long.BYTES + MAC_LENGTH;
    }

    private byte[] macOf(Address member, long at) {
        if (secret == null) throw new IllegalStateException("One that arrived shows nothing");
        String address = member instanceof UUID uuid ? uuid.toStringLong() : member.toString();
        try {
            Mac keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(secret, ALGORITHM));
            return keyed.doFinal((address + "@" + at).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK knows no " + ALGORITHM, e);
        }
    }
}

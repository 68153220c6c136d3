package io.freshmaker.platform.routing;

import io.freshmaker.platform.cluster.ClusterSecret;
import io.freshmaker.platform.cluster.ClusterSettings;
import java.net.InetAddress;
import java.time.Clock;
import javax.sql.DataSource;
import org.jgroups.JChannel;
import org.jgroups.protocols.AUTH;
import org.jgroups.protocols.FD_ALL;
import org.jgroups.protocols.FD_SOCK;
import org.jgroups.protocols.FRAG2;
import org.jgroups.protocols.JDBC_PING;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.MFC;
import org.jgroups.protocols.SYM_ENCRYPT;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.stack.Protocol;

/**
 * The stack of protocols between members: TCP, members found through the database, a dead one missed within half a second (its
 * socket closes), a silent one within 6 s, messages encrypted and joining authenticated by the shared secret.
 */
final class Channels {

    private static final String AES = "AES/CBC/PKCS5Padding";
    private static final int AES_BLOCK = 16;

    private Channels() {}

    /** Not connected yet. */
    static JChannel open(String name, ClusterSettings settings, ClusterSecret secret, DataSource database) {
        InetAddress address = BindAddress.of(settings.bindAddress());
        try {
            return new JChannel(
                            tcp(settings, address),
                            ping(database),
                            new MERGE3().setMinInterval(2_000).setMaxInterval(5_000),
                            closedSockets(settings, address),
                            with(new FD_ALL(), "timeout", 6_000L, "interval", 2_000L),
                            new VERIFY_SUSPECT().setTimeout(500),
                            encrypt(secret),
                            new NAKACK2().setUseMcastXmit(false),
                            new UNICAST3(),
                            new STABLE(),
                            joining(secret),
                            new GMS()
                                    .setPrintLocalAddress(false)
                                    .setJoinTimeout(2_000)
                                    .setMaxJoinAttempts(3),
                            new MFC(),
                            new FRAG2())
                    .name(name);
        } catch (Exception e) {
            throw new IllegalStateException("The members' protocols cannot be set up: " + e, e);
        }
    }

    private static Protocol tcp(ClusterSettings settings, InetAddress address) {
        return new TCP()
                .setSockConnTimeout(300)
                .setConnExpireTime(0)
                .setBindAddress(address)
                .setBindPort(settings.port())
                .setPortRange(settings.portRange())
                .setDiagnosticsEnabled(false);
    }

    /** The coordinator keeps the rows true: those of members that died go with the next change. */
    private static Protocol ping(DataSource database) {
        JDBC_PING ping = new JDBC_PING();
        ping.setDataSource(database);
        ping.setRemoveAllDataOnViewChange(true);
        return with(ping, "initialize_sql", "", "register_shutdown_hook", false); // it would find the pool closed
    }

    private static Protocol closedSockets(ClusterSettings settings, InetAddress address) {
        int range = settings.portRange();
        return with(
                with(new FD_SOCK(), "bind_addr", address, "sock_conn_timeout", 300),
                "start_port",
                settings.port() + range + 1,
                "port_range",
                range);
    }

    private static Protocol encrypt(ClusterSecret secret) {
        SYM_ENCRYPT encrypt = new SYM_ENCRYPT();
        encrypt.setSecretKey(secret.key());
        return with(encrypt.symAlgorithm(AES), "sym_iv_length", AES_BLOCK, "provider", "SunJCE");
    }

    private static Protocol joining(ClusterSecret secret) {
        JoinToken token = new JoinToken(secret.password(), Clock.systemUTC());
        AUTH auth = new AUTH().setAuthToken(token);
        token.setAuth(auth);
        return auth;
    }

    private static Protocol with(Protocol protocol, String name, Object value, String other, Object otherValue) {
        protocol.setValue(name, value);
        protocol.setValue(other, otherValue);
        return protocol;
    }
}

package io.freshmaker.standalone.crash;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.pool.ProxyConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that is reached through a {@link Plug}: every connection is cut when it is pulled, and none is given after. */
final class CrashableDataSource extends DelegatingDataSource {

    static {
        // A pool complains of each connection that was cut, and here that is meant.
        ((Logger) LoggerFactory.getLogger(ProxyConnection.class)).setLevel(Level.OFF);
    }

    private final Plug plug;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    CrashableDataSource(DataSource database, Plug plug) {
        super(database);
        this.plug = plug;
        plug.hang(() -> open.forEach(CrashableDataSource::cut));
    }

    @Override
    public Connection getConnection() throws SQLException {
        plug.check();
        Connection connection = super.getConnection();
        open.add(connection);
        if (plug.isPulled()) cut(connection);
        return new CrashableConnection(connection, plug, () -> open.remove(connection)).proxy();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("The house has one user");
    }

    /** Closes the socket: PostgreSQL rolls back what was not committed. */
    private static void cut(Connection connection) {
        try {
            ((Connection) connection.unwrap(PGConnection.class)).abort(Runnable::run);
        } catch (SQLException alreadyClosed) {
            // which is as good
        }
    }
}

package io.freshmaker.platform.wake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens connections outside the pool, which would not like to have theirs kept for good. Every call on them ends in time. */
record OwnConnection(
        String url, @Nullable String user, @Nullable String password) {

    static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String SECONDS = String.valueOf(LIMIT.toSeconds());

    Connection open() throws SQLException {
        Properties properties = new Properties();
        if (user != null) properties.setProperty("user", user);
        if (password != null) properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "freshmaker-wake-up");
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }
}

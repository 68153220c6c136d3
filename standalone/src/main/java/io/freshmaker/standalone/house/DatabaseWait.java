package io.freshmaker.standalone.house;

import io.freshmaker.standalone.failure.CannotStart;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** Waits for a PostgreSQL that somebody else runs, and says so; what no waiting helps against stops the start. */
final class DatabaseWait {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWait.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String WRONG_LOGIN = "28";
    private static final String NO_SUCH_DATABASE = "3D";

    private final String url;
    private final Properties login = new Properties();

    DatabaseWait(Environment settings) {
        url = settings.getProperty("spring.datasource.url", "");
        login.setProperty("user", settings.getProperty("spring.datasource.username", ""));
        login.setProperty("password", settings.getProperty("spring.datasource.password", ""));
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "5");
    }

    void await() {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotStart(
                    "The setting spring.datasource.url is wrong: jdbc:postgresql://HOST:PORT/DATABASE is expected.");
        }
        try {
            while (!answers()) Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL was waited for.", e);
        }
    }

    private boolean answers() {
        try (Connection _ = DriverManager.getConnection(url, login)) {
            return true;
        } catch (SQLException e) {
            refuse(e);
            log.warn("PostgreSQL cannot be reached, again in {} s: {}", PAUSE.toSeconds(), e.getMessage());
            return false;
        }
    }

    private static void refuse(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        if (state.startsWith(WRONG_LOGIN)) throw wrong("username or spring.datasource.password", e);
        if (state.startsWith(NO_SUCH_DATABASE)) throw wrong("url", e);
    }

    private static CannotStart wrong(String setting, SQLException refusal) {
        return new CannotStart(
                "The setting spring.datasource.%s is wrong: %s".formatted(setting, refusal.getMessage()), refusal);
    }
}

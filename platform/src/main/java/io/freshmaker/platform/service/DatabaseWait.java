package io.freshmaker.platform.service;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** Waits until PostgreSQL can be reached, and says so in one line for each pause. What waiting cannot help stops the start. */
public record DatabaseWait(String url, String user, String password) {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWait.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String SECONDS_TO_CONNECT = "5";
    private static final String WRONG_LOGIN = "28";
    private static final String NO_SUCH_DATABASE = "3D";

    /** By {@code spring.datasource.url}, {@code .username} and {@code .password}. */
    public static DatabaseWait of(Environment settings) {
        return new DatabaseWait(
                settings.getProperty("spring.datasource.url", ""),
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""));
    }

    /**
     * Returns when PostgreSQL answers.
     *
     * @throws IllegalStateException with one sentence that names the setting which is missing or wrong
     */
    public void await() {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalStateException(
                    "The setting spring.datasource.url is %s: jdbc:postgresql://HOST:PORT/DATABASE is expected."
                            .formatted(url.isBlank() ? "missing" : "wrong"));
        }
        while (!isThere()) pause();
    }

    private boolean isThere() {
        try (var _ = DriverManager.getConnection(url, login())) {
            return true;
        } catch (SQLException e) {
            String state = Objects.requireNonNullElse(e.getSQLState(), "");
            if (state.startsWith(WRONG_LOGIN)) throw wrong("username or spring.datasource.password", e);
            if (state.startsWith(NO_SUCH_DATABASE) || DriverManager.drivers().noneMatch(this::accepts)) {
                throw wrong("url", e);
            }
            log.warn("PostgreSQL cannot be reached, again in {} s: {}", PAUSE.toSeconds(), e.getMessage());
            return false;
        }
    }

    private boolean accepts(Driver driver) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    private Properties login() {
        Properties login = new Properties();
        if (!user.isEmpty()) login.setProperty("user", user);
        if (!password.isEmpty()) login.setProperty("password", password);
        login.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        login.setProperty("socketTimeout", SECONDS_TO_CONNECT);
        return login;
    }

    private static IllegalStateException wrong(String setting, SQLException refusal) {
        return new IllegalStateException(
                "The setting spring.datasource.%s is wrong: %s".formatted(setting, refusal.getMessage()), refusal);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was waited for", e);
        }
    }

    /** The password is in no log. */
    @Override
    public String toString() {
        return url;
    }
}

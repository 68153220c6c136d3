package io.freshmaker.platform.testing;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An empty database with the whole schema, for one test or one test class. Closing it closes its connections. */
public final class TestDatabase implements AutoCloseable {

    private final String url;
    private final HikariDataSource pool = new HikariDataSource();

    TestDatabase(String url) {
        this.url = url;
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(10);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(5_000);
    }

    /** With user and password, e.g. for {@code spring.datasource.url}. */
    public String url() {
        return url;
    }

    /** A small pool; it opens connections when they are asked for. */
    public DataSource dataSource() {
        return pool;
    }

    public JdbcClient sql() {
        return JdbcClient.create(pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}

package io.freshmaker.query.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Listens to what the threads that answer HTTP requests ask the database, whoever asks it. */
@Component
public class Statements implements BeanPostProcessor {

    private static final String REQUESTS = "http-";

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Overheard(database) : bean;
    }

    /** The statements that were prepared since the last call. */
    public List<String> since() {
        List<String> all = List.copyOf(heard);
        heard.clear();
        return all;
    }

    private final class Overheard extends DelegatingDataSource {

        Overheard(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            if (!Thread.currentThread().getName().startsWith(REQUESTS)) return connection;
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                        if (method.getName().startsWith("prepare")) heard.add((String) arguments[0]);
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}

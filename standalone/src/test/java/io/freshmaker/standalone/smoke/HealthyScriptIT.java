package io.freshmaker.standalone.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.freshmaker.standalone.failure.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The health check of the containers, against a server that answers what it is told. */
class HealthyScriptIT {

    @Test
    void who_is_ready_is_healthy() throws Exception {
        assertThat(statusWhenAnswered(200)).isZero();
    }

    @Test
    void who_is_not_ready_is_not() throws Exception {
        assertThat(statusWhenAnswered(503)).isNotZero();
    }

    @Test
    void who_is_not_there_is_not() throws Exception {
        assertThat(status(Ports.free())).isNotZero();
    }

    private static int statusWhenAnswered(int answer) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        try {
            return status(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static int status(int port) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(
                        Launcher.ROOT.resolve("docker/healthy.sh").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        script.environment().put("SERVER_PORT", Integer.toString(port));
        Process process = script.start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}

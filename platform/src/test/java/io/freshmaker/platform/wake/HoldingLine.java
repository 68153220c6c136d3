package io.freshmaker.platform.wake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server that can go dead without anybody hanging up, as when a firewall forgets a connection. */
final class HoldingLine implements AutoCloseable {

    private final ServerSocket entrance;
    private final int server;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private volatile int generation;

    HoldingLine(int server) throws IOException {
        this.server = server;
        entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::connectAll);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From now on nothing goes through the connections that there are; new ones work. */
    void goDead() {
        generation++;
    }

    private void connectAll() {
        try {
            while (true) connect(entrance.accept(), new Socket(InetAddress.getLoopbackAddress(), server));
        } catch (IOException closed) {
            // which is how it ends
        }
    }

    private void connect(Socket here, Socket there) {
        int born = generation;
        ends.addAll(List.of(here, there));
        Thread.ofVirtual().start(() -> pump(here, there, born));
        Thread.ofVirtual().start(() -> pump(there, here, born));
    }

    private void pump(Socket from, Socket to, int born) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (born == generation) out.write(buffer, 0, read);
            }
            if (born == generation) to.close();
        } catch (IOException closed) {
            // by the other side
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (Socket end : ends) end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.freshmaker.command.outside;

import io.freshmaker.command.outside.Exchange.Half;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Stands before a server on loopback and hands requests on to it, one for each connection, but for those that a fault befalls. */
public final class FaultyLine implements AutoCloseable {

    /** A server that nobody may call, for all lines; a call that it gets is a failure. */
    private static final StubServer ELSEWHERE = new StubServer();

    private static final AtomicInteger LINES = new AtomicInteger();

    /** Begins the path of every address here: who calls a line that is gone may reach a later one on its port. */
    private final String name = "/line" + LINES.incrementAndGet();

    private final ServerSocket listener;
    private final URI peer;
    private final Predicate<Half> victims;
    private final int skipped;
    private final @Nullable Fault fault;
    private final int lastHeard;
    private final List<Half> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Thread listening;
    private final List<Thread> serving = new CopyOnWriteArrayList<>();

    /**
     * @param skipped how many of the victims are spared, the first ones
     * @param fault null: none, and everything is handed on
     */
    FaultyLine(URI peer, Predicate<Half> victims, int skipped, @Nullable Fault fault) {
        this(peer, victims, skipped, fault, Integer.MAX_VALUE);
    }

    /** Refuses every connection after the first ones. */
    static FaultyLine refusingAfter(int heard, URI peer, Predicate<Half> victims, int skipped) {
        return new FaultyLine(peer, victims, skipped, null, heard);
    }

    private FaultyLine(URI peer, Predicate<Half> victims, int skipped, @Nullable Fault fault, int lastHeard) {
        this.skipped = skipped;
        this.peer = peer;
        this.victims = victims;
        this.fault = fault;
        this.lastHeard = lastHeard;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            if (lastHeard == 0) {
                listener.close();
                hold();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listening = Thread.ofVirtual().start(this::listen);
    }

    /** As that of the peer, but here. */
    public URI url() {
        return URI.create("http://127.0.0.1:%d%s%s".formatted(listener.getLocalPort(), name, peer.getRawPath()));
    }

    /** Everything that was asked here, oldest first. */
    List<Half> heard() {
        return heard;
    }

    int victims() {
        return Math.max(0, (int) heard.stream().filter(victims).count() - skipped);
    }

    /** What was asked where nobody may ask. */
    static List<Half> heardElsewhere() {
        return ELSEWHERE.requests();
    }

    /** Hangs up, and waits until the peer has done whatever was handed on to it. */
    void settle() throws IOException, InterruptedException {
        close();
        listening.join(); // it may be about to begin with one more
        for (Thread one : serving) one.join();
    }

    /** Nobody listens any more, and nobody else gets the port while this is tried. */
    private void refuse() throws IOException {
        listener.close();
        try {
            listening.join(); // until then it has the port
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        hold();
    }

    /** A socket that listens to nothing has the port, unless somebody was quicker. */
    private void hold() throws IOException {
        Socket holder = new Socket();
        open.add(holder);
        holder.setReuseAddress(true); // connections that were heard are still about to end
        try {
            holder.bind(listener.getLocalSocketAddress());
        } catch (BindException e) {
            holder.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) socket.close();
    }

    private void listen() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                serving.add(Thread.ofVirtual().start(() -> serve(socket)));
            }
        } catch (IOException e) {
            // closed: nobody listens any more
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Half called = Wire.request(socket.getInputStream());
            if (!called.start().contains(" " + name + "/")) return;
            Half request = new Half(called.start().replaceFirst(name, ""), called.headers(), called.body());
            heard.add(request);
            if (heard.size() >= lastHeard) refuse();
            Fault.Victim victim =
                    new Fault.Victim(request, victims(), socket, once(request), ELSEWHERE.url("/elsewhere"));
            if (fault != null && victims.test(request) && victim.time() > 0)
                fault.how().befall(victim);
            else victim.say(honest(request));
        } catch (IOException e) {
            // the other side hung up, as it may
        }
    }

    private Fault.Honest once(Half request) {
        byte[][] said = new byte[1][];
        return () -> said[0] == null ? said[0] = honest(request) : said[0];
    }

    private byte[] honest(Half request) throws IOException {
        try (Socket socket = new Socket(peer.getHost(), peer.getPort())) {
            socket.getOutputStream().write(Wire.bytes(request));
            InputStream in = socket.getInputStream();
            return Wire.last(in.readAllBytes());
        }
    }
}

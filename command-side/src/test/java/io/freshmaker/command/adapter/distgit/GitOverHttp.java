package io.freshmaker.command.adapter.distgit;

import com.sun.net.httpserver.HttpExchange;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.StubServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Git's smart protocol over HTTP on loopback: everybody reads, robin with the password secret pushes. */
final class GitOverHttp implements StubServer.Reply {

    private static final String ROBIN =
            "Basic " + Base64.getEncoder().encodeToString("robin:secret".getBytes(StandardCharsets.UTF_8));

    private static final Pattern REFS = Pattern.compile("GET (/.+)/info/refs\\?service=git-(upload|receive)-pack .*");
    private static final Pattern WORK = Pattern.compile("POST (/.+)/git-(upload|receive)-pack .*");

    private final BareRepositories repositories;
    private volatile boolean silentAfterPush;

    GitOverHttp(BareRepositories repositories) {
        this.repositories = repositories;
    }

    /** Pushes are taken, but nobody hears of it. */
    void silentAfterPush(boolean silent) {
        silentAfterPush = silent;
    }

    @Override
    public void to(Half request, HttpExchange exchange) throws IOException {
        Matcher refs = REFS.matcher(request.start());
        Matcher work = WORK.matcher(request.start());
        Matcher asked = refs.matches() ? refs : work;
        if (asked == work && !work.matches() || !repositories.has(asked.group(1))) {
            StubServer.status(404, "text/plain", "no such repository").to(request, exchange);
        } else if (asked.group(2).equals("receive")
                && !ROBIN.equals(request.headers().get("authorization"))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
            StubServer.status(401, "text/plain", "who are you?").to(request, exchange);
        } else {
            answer(asked, asked == refs, request, exchange);
        }
    }

    private void answer(Matcher asked, boolean refs, Half request, HttpExchange exchange) throws IOException {
        boolean push = asked.group(2).equals("receive");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Repository repository = repositories.open(asked.group(1))) {
            if (push) receive(repository, refs, body(request), out);
            else upload(repository, refs, body(request), out);
        }
        if (push && !refs && silentAfterPush) throw new IOException("The stub hangs up");
        String kind = refs ? "advertisement" : "result";
        exchange.getResponseHeaders()
                .set("Content-Type", "application/x-git-%s-pack-%s".formatted(asked.group(2), kind));
        exchange.sendResponseHeaders(200, out.size());
        out.writeTo(exchange.getResponseBody());
    }

    private static InputStream body(Half request) throws IOException {
        InputStream body = new ByteArrayInputStream(request.body());
        return "gzip".equals(request.headers().get("content-encoding")) ? new GZIPInputStream(body) : body;
    }

    private static void receive(Repository repository, boolean refs, InputStream in, OutputStream out)
            throws IOException {
        ReceivePack receive = GitSide.receiving(repository);
        receive.setBiDirectionalPipe(false);
        if (refs) receive.sendAdvertisedRefs(advertiser("git-receive-pack", out));
        else receive.receive(in, out, null);
    }

    private static void upload(Repository repository, boolean refs, InputStream in, OutputStream out)
            throws IOException {
        UploadPack upload = new UploadPack(repository);
        upload.setBiDirectionalPipe(false);
        if (refs) upload.sendAdvertisedRefs(advertiser("git-upload-pack", out));
        else upload.upload(in, out, null);
    }

    private static PacketLineOutRefAdvertiser advertiser(String service, OutputStream out) throws IOException {
        PacketLineOut lines = new PacketLineOut(out);
        lines.writeString("# service=" + service + "\n");
        lines.end();
        return new PacketLineOutRefAdvertiser(lines);
    }
}

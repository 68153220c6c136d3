package io.freshmaker.command.adapter.distgit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/**
 * Connections over HTTP to the server of one URL and to no other, whatever redirects say: JGit would hand our password to whom we
 * are sent. An answer that is longer than it may be is broken off, and what is not git's is none: JGit would take an empty page for a
 * repository without branches.
 *
 * @param server the configured address; what is there in http may become https
 */
record OneServer(URIish server, Limits limits) implements HttpConnectionFactory {

    /** The types of all that git's smart protocol says over HTTP. */
    private static final String GIT = "application/x-git-";

    private static final String HTTP = "http";
    private static final String HTTPS = "https";

    /**
     * How long answers may be, in bytes.
     *
     * @param refs the list of branches, which JGit keeps in memory
     * @param pack commits and files, which it keeps in a folder
     */
    record Limits(long refs, long pack) {
        static final Limits USUAL = new Limits(64L << 20, 1L << 30);
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        check(url);
        return new Limited(url, longest(url));
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        check(url);
        return new Limited(url, proxy, longest(url));
    }

    private void check(URL url) throws IOException {
        boolean sameHost = url.getHost().equalsIgnoreCase(server.getHost());
        boolean samePort = url.getProtocol().equals(server.getScheme()) && url.getPort() == server.getPort();
        boolean nowSafe = HTTP.equals(server.getScheme()) && HTTPS.equals(url.getProtocol());
        if (sameHost && (samePort || nowSafe)) return;
        throw new IOException("it points to %s://%s, but no redirect to another server is followed"
                .formatted(url.getProtocol(), url.getAuthority()));
    }

    private long longest(URL url) {
        return url.getPath().endsWith("/info/refs") ? limits.refs() : limits.pack();
    }

    private static final class Limited extends JDKHttpConnection {

        private final long longest;

        Limited(URL url, long longest) throws IOException {
            super(url);
            this.longest = longest;
        }

        Limited(URL url, Proxy proxy, long longest) throws IOException {
            super(url, proxy);
            this.longest = longest;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            String type = String.valueOf(getContentType());
            if (getResponseCode() == HTTP_OK && !type.startsWith(GIT)) {
                throw new IOException("it answered what is not git: " + type);
            }
            return new Counted(super.getInputStream(), longest);
        }
    }

    private static final class Counted extends FilterInputStream {

        private final long longest;
        private long left;

        Counted(InputStream in, long longest) {
            super(in);
            this.longest = longest;
            this.left = longest;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) throw new IOException("the answer is longer than %d bytes".formatted(longest));
        }
    }
}

package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Takes calls to a hub and brings its answers. What is no XML-RPC is no answer: {@link Unavailable}. */
final class HubLine {

    private static final int UNAUTHORIZED = 401;
    private static final String LOGIN = "/ssllogin";

    private final Http http;
    private final @Nullable URI hub;

    /** @param hub null fails every call with the name of the setting */
    HubLine(Http http, @Nullable URI hub) {
        this.http = http;
        this.hub = hub;
    }

    /** The hub's web server wants to know who we are, or does not take what we said; nothing was done. */
    static final class NotLetIn extends Unavailable {
        NotLetIn(String what) {
            super("Koji does not let us in: it answered 401 (%s)".formatted(what));
        }
    }

    /** Of what changes nothing; tried again when it is not answered. */
    Reply ask(Call call) {
        return http.ask(call.what(), request("", call), answer -> reply(call.what(), answer));
    }

    /** Never tried again. */
    Reply tell(Call call, Headers headers) {
        return tell("", call, headers);
    }

    /** A login, at the address where the hub's web server looks at who we are. */
    Reply login(Call call, Headers headers) {
        return tell(LOGIN, call, headers);
    }

    private Reply tell(String path, Call call, Headers headers) {
        HttpRequest.Builder request = request(path, call);
        headers.addTo(request);
        return http.tell(call.what(), request, answer -> reply(call.what(), answer));
    }

    private HttpRequest.Builder request(String path, Call call) {
        return HttpRequest.newBuilder(address(path))
                .header("Content-Type", "text/xml")
                .header("User-Agent", "freshmaker")
                .POST(BodyPublishers.ofByteArray(XmlRpcWriter.write(call)));
    }

    private URI address(String path) {
        if (hub == null) throw new Refused("Koji is not known here: the setting freshmaker.koji.hub-url is missing");
        return path.isEmpty() ? hub : URI.create(hub.toString().replaceAll("/+$", "") + path);
    }

    private static Reply reply(String what, Answer answer) {
        if (answer.status() == UNAUTHORIZED) throw new NotLetIn(what);
        if (!answer.isSuccess()) throw new Unavailable("Koji answered %d (%s)".formatted(answer.status(), what));
        try {
            return XmlRpcReader.answer(answer.body()).to(what);
        } catch (XMLStreamException e) {
            throw new Unavailable("Koji answered something strange (%s): %s".formatted(what, e.getMessage()), e);
        }
    }
}

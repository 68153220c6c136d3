package io.freshmaker.command.adapter.errata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** An Errata Tool in memory, behind HTTP, with the Jira that its issues are in. */
public final class FakeErrata implements Closeable {

    static final String VERSION = "TEAHOUSE-9.4.0.Z";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PRODUCT = 89;
    private static final long RELEASE = 652;

    private final StubServer server = new StubServer().otherwise(this::answer);
    private final Map<String, JsonNode> answers = new TreeMap<>();
    private final FakeAdvisoryList list = new FakeAdvisoryList();

    StubServer server() {
        return server;
    }

    public URI url() {
        return server.url("/");
    }

    URI jira() {
        return server.url("/jira");
    }

    /** What is answered at a path; may be changed, and shall be seen the next time. */
    ObjectNode at(String path) {
        return (ObjectNode) Objects.requireNonNull(answers.get(path), path);
    }

    /** Answers a path with that from now on. */
    FakeErrata says(String path, String json) {
        try {
            answers.put(path, JSON.readTree(json));
            return this;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public FakeErrata advisory(Advisory advisory, AdvisoryContent content) {
        long id = advisory.id();
        String type = advisory.name().substring(0, 4).toLowerCase(Locale.ROOT);
        ObjectNode erratum = JSON.createObjectNode();
        ObjectNode inner = erratum.putObject("errata").putObject(type);
        inner.put("id", id).put("fulladvisory", advisory.name() + "-02").put("status", advisory.state());
        inner.put("security_impact", capitalized(advisory.severity())).put("product_id", PRODUCT);
        inner.putNull("actual_ship_date");
        advisory.contentTypes().forEach(inner.putArray("content_types")::add);
        erratum.putObject("content").putObject("content").put("cve", String.join(" ", advisory.cves()));
        answers.put("api/v1/erratum/" + id, erratum);

        ObjectNode legacy = JSON.createObjectNode().put("id", id);
        legacy.putObject("product").put("id", PRODUCT).put("short_name", advisory.product());
        legacy.putObject("release").put("id", RELEASE).put("name", advisory.release());
        legacy.putObject("people").put("reporter", advisory.reporter());
        answers.put("advisory/%d.json".formatted(id), legacy);
        ObjectNode release = JSON.createObjectNode();
        release.putObject("data").putObject("attributes").put("type", advisory.releaseType());
        answers.put("api/v1/releases/" + RELEASE, release);

        flaws(advisory);
        content(id, content);
        images(id, content.builds(), List.of());
        for (Nvr build : content.builds()) {
            ObjectNode known = JSON.createObjectNode().put("rpms_signed", content.signed());
            known.putArray("all_errata")
                    .addObject()
                    .put("id", id)
                    .put("name", advisory.name())
                    .put("status", advisory.state());
            answers.put("api/v1/build/" + build, known);
        }
        return this;
    }

    /** What it ships, as it tells it of images, and what has to be shipped before. */
    FakeErrata images(long id, Collection<Nvr> images, Collection<Long> blocking) {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode builds = all.putObject(VERSION).put("name", VERSION).putArray("builds");
        images.forEach(image -> builds.addObject().putObject(image.value()).put("nvr", image.value()));
        answers.put("api/v1/erratum/%d/builds".formatted(id), all);
        ArrayNode before = JSON.createArrayNode();
        blocking.forEach(one -> before.add(one.toString()));
        answers.put("errata/blocking_errata_for/%d.json".formatted(id), before);
        return this;
    }

    /** Makes it appear in the list of those that were changed. */
    FakeErrata changed(Advisory advisory, Instant at) {
        list.put(advisory, at);
        return this;
    }

    FakeErrata shipped(long id, Instant at) {
        ((ObjectNode) at("api/v1/erratum/" + id).get("errata").iterator().next())
                .put("actual_ship_date", at.toString());
        return this;
    }

    /** For which RHEL the product's only version is. */
    FakeErrata rhelRelease(String name) {
        says(
                "products/89/product_versions.json",
                "[{\"product_version\": {\"name\": \"%s\", \"id\": 3}}]".formatted(VERSION));
        return says("products/89/product_versions/3.json", "{\"rhel_release\": {\"name\": \"%s\"}}".formatted(name));
    }

    private void flaws(Advisory advisory) {
        long id = advisory.id();
        ArrayNode bugs = JSON.createArrayNode();
        bugs.addObject().put("id", 4001).put("flags", "requires_doc_text+");
        bugs.addObject()
                .put("id", 4002)
                .put("flags", advisory.majorIncident() ? "hightouch+,rhsa_sla+" : "hightouch?,rhsa_sla+");
        answers.put("advisory/%d/bugs.json".formatted(id), bugs);
        String key = "TEA-" + id;
        answers.put(
                "advisory/%d/jira_issues.json".formatted(id),
                JSON.createArrayNode().add(JSON.createObjectNode().put("key", key)));
        ObjectNode issue = JSON.createObjectNode().put("key", key);
        ObjectNode fields = issue.putObject("fields");
        fields.putObject("issuetype").put("name", "Vulnerability");
        ArrayNode handling = fields.putArray("customfield_10670");
        if (advisory.compliancePriority()) handling.addObject().put("value", "compliance-priority");
        if (advisory.contractPriority()) handling.addObject().put("value", "contract-priority");
        answers.put("jira/rest/api/3/issue/%s?fields=issuetype,customfield_10670".formatted(key), issue);
    }

    private void content(long id, AdvisoryContent content) {
        ArrayNode builds = JSON.createArrayNode();
        ArrayNode signed = JSON.createArrayNode();
        for (Nvr build : content.builds()) {
            ObjectNode arches = builds.addObject().putObject(build.value()).putObject("TEAHOUSE-9.4");
            boolean first = build.equals(content.builds().getFirst());
            if (first) files(arches, content);
            signed.addObject()
                    .putObject(build.value())
                    .put("nvr", build.value())
                    .put("is_signed", content.signed());
        }
        answers.put(
                "advisory/%d/builds.json".formatted(id), JSON.createObjectNode().set(VERSION, builds));
        ObjectNode list = JSON.createObjectNode();
        list.putObject(VERSION).set("builds", signed);
        answers.put("api/v1/erratum/%d/builds_list?with_sig_key=1".formatted(id), list);
        answers.put("api/v1/erratum/%d/builds_by_cve".formatted(id), byCve(content));
        ObjectNode repositories = JSON.createObjectNode();
        content.repositories().forEach(repositories::putArray);
        answers.put("errata/get_pulp_packages/%d.json".formatted(id), repositories);
    }

    private static void files(ObjectNode arches, AdvisoryContent content) {
        ArrayNode binary = arches.putArray("x86_64");
        content.rpms().forEach(rpm -> binary.add(rpm + ".x86_64.rpm"));
        ArrayNode sources = arches.putArray("SRPMS");
        content.sources().forEach(rpm -> sources.add(rpm + ".src.rpm"));
    }

    private static ObjectNode byCve(AdvisoryContent content) {
        ObjectNode byCve = JSON.createObjectNode();
        if (content.fixes().equals(content.rpms())) return byCve;
        ObjectNode build = byCve.putObject("CVE-2026-10001")
                .putObject(VERSION)
                .put("name", VERSION)
                .putArray("builds")
                .addObject()
                .putObject("any-1-1")
                .put("is_module", false);
        ObjectNode arches = build.putObject("variant_arch").putObject("TEAHOUSE-9.4");
        ArrayNode files = arches.putArray("noarch");
        content.fixes().forEach(rpm -> files.addObject().put("filename", rpm + ".noarch.rpm"));
        arches.putArray("SRPMS").addObject().put("filename", "any-1-1.src.rpm");
        return byCve;
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void answer(Half request, HttpExchange exchange) throws IOException {
        String path = URLDecoder.decode(request.start().split(" ")[1].substring(1), StandardCharsets.UTF_8);
        if (path.equals("errata/xmlrpc.cgi")) {
            StubServer.status(200, "text/xml", list.answer(request.text())).to(request, exchange);
            return;
        }
        JsonNode found = answers.get(path);
        String said = found == null ? "{\"error\": \"no such thing\"}" : found.toString();
        StubServer.status(found == null ? 404 : 200, "application/json", said).to(request, exchange);
    }

    /** Everything that was asked, without the first slash. */
    List<String> asked() {
        return server.requests().stream()
                .map(request -> request.start().split(" ")[1].substring(1))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}

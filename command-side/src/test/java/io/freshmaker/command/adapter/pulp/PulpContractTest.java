package io.freshmaker.command.adapter.pulp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.ContentSets;
import io.freshmaker.command.port.ContentSetsContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class PulpContractTest extends ContentSetsContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StubServer server = new StubServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected ContentSets knowing(Map<String, String> repositories) {
        server.otherwise((request, exchange) -> {
            ArrayNode found = JSON.createArrayNode();
            JsonNode wanted = JSON.readTree(request.body()).at("/criteria/filters/id/$in");
            wanted.valueStream()
                    .map(JsonNode::asText)
                    .filter(repositories::containsKey)
                    .forEach(id -> found.addObject()
                            .put("id", id)
                            .putObject("notes")
                            .put("content_set", repositories.get(id)));
            StubServer.status(200, "application/json", found.toString()).to(request, exchange);
        });
        return new Pulp(Systems.http("pulp", Systems.PATIENT), server.url("/"));
    }
}

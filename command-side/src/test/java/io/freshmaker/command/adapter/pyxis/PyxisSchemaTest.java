package io.freshmaker.command.adapter.pyxis;

import static io.freshmaker.command.port.FakeImageMetadata.REGISTRY;
import static io.freshmaker.command.port.FakeImageMetadata.image;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static io.freshmaker.command.port.FakeImageMetadata.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.schema.DataFetcherFactories;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.metadata.RepositorySettings.Unpublished;
import io.freshmaker.command.outside.Exchange;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.platform.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Everything that we send to Pyxis' GraphQL is valid by the schema that the real one told. */
class PyxisSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Optional<Path> FOLDER = SharedFolder.find("peers/pyxis/wire");

    /** It answers nothing: what fails is not valid, in a query or in its variables. */
    private static GraphQL schema(Path folder) throws IOException {
        byte[] answer = Exchange.read(folder, "0001-POST-graphql").response().body();
        Map<?, ?> told = JSON.readValue(answer, Map.class);
        @SuppressWarnings("unchecked")
        Map<String, Object> data = (Map<String, Object>) Objects.requireNonNull(told.get("data"));
        var definition = new IntrospectionResultToSchema().createSchemaDefinition(data);
        var registry = new SchemaParser().buildRegistry(definition);
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(registry);
        GraphQLCodeRegistry empty = GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry())
                .clearDataFetchers()
                .defaultDataFetcher(DataFetcherFactories.useDataFetcher(_ -> null))
                .build();
        return GraphQL.newGraphQL(schema.transform(all -> all.codeRegistry(empty)))
                .build();
    }

    @Test
    void every_query_that_we_send_validates_against_the_schema() throws IOException {
        assumeThat(FOLDER).isPresent();
        GraphQL schema = schema(FOLDER.orElseThrow());
        Set<String> documents = new TreeSet<>();

        for (Half request : everything()) {
            Map<?, ?> body = JSON.readValue(request.body(), Map.class);
            documents.add((String) Objects.requireNonNull(body.get("query")));
            assertThat(mistakes(schema, body)).as(request.text()).isEmpty();
        }
        assertThat(documents).as("one of each kind that Question makes").hasSize(8);
    }

    @Test
    void the_schema_would_tell_of_mistakes_in_queries_and_in_variables() throws IOException {
        assumeThat(FOLDER).isPresent();
        GraphQL schema = schema(FOLDER.orElseThrow());

        assertThat(mistakes(schema, Map.of("query", "{ find_images { nope } }")))
                .isNotEmpty();
        Question byRpm =
                Question.images(Filter.within("rpm_manifest", Filter.within("rpms", Filter.is("name", "tls"))));
        assertThat(mistakes(schema, byRpm.page(0, 50).body()).toString())
                .as("no filter for RPMs, else we should use it")
                .contains("rpm_manifest");
        Question byParent = Question.images(Filter.is("parent_brew_build", "base-1-1"));
        assertThat(mistakes(schema, byParent.page(0, 50).body()).toString())
                .as("no filter for parents, else we should use it")
                .contains("parent_brew_build");
    }

    private static List<Half> everything() {
        try (FakePyxis pyxis = new FakePyxis()) {
            pyxis.with(repository("ns/shelf", "latest"));
            pyxis.with(image("shelf-1-1", null, published("ns/shelf", "latest"), "tls-1-1.x86_64"));
            PyxisMetadata metadata = Pyxises.metadata(pyxis, Clock.systemUTC(), new Unpublished(REGISTRY, "ns/shelf"));
            metadata.repositories(true);
            metadata.repositories(false);
            metadata.tagged(List.of(repository("ns/shelf", "latest")), true, Set.of("basic-rpms"), Set.of("tls"));
            metadata.tagged(List.of(repository("ns/shelf", "latest")), false, Set.of("basic-rpms"), Set.of("tls"));
            metadata.withNvrs(List.of(new Nvr("shelf-1-2"), new Nvr("shelf-1-3")));
            metadata.withNvrs(List.of(new Nvr("shelf-1-1")));
            metadata.releasesOf("shelf", "1");
            PyxisListings listings = Pyxises.listings(pyxis);
            listings.images(new Nvr("shelf-1-1"));
            listings.repository(REGISTRY, "ns/shelf");
            listings.repositories("ns/shelf");
            listings.tagged(repository("ns/shelf", "latest"));
            return List.copyOf(pyxis.server().requests());
        }
    }

    private static List<String> mistakes(GraphQL schema, Map<?, ?> body) {
        ExecutionInput.Builder input =
                ExecutionInput.newExecutionInput((String) Objects.requireNonNull(body.get("query")));
        if (body.get("variables") instanceof Map<?, ?> variables) {
            input.variables(JSON.convertValue(
                    variables, JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class)));
        }
        return schema.execute(input.build()).getErrors().stream()
                .map(GraphQLError::getMessage)
                .toList();
    }
}

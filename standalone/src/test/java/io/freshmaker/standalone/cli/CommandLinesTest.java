package io.freshmaker.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLinesTest {

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "start --prot=8081 | Unknown option '--prot=8081'",
                "start extra | Unknown option 'extra'",
                "start --port=http | Invalid value for option '--port': 'http' is not an int",
                "start --port=65536 | The value of --port is 65536, but a port is a number",
                "start --amqp-port=-1 | The value of --amqp-port is -1",
                "start --postgres-port=99999 | The value of --postgres-port is 99999",
                "start --freshmaker.handlers | must have the form --freshmaker.<name>=<value>",
                "start --freshmaker.=x | must have the form --freshmaker.<name>=<value>",
                "start --spring.jmx.enabled=true | Unknown option '--spring.jmx.enabled=true'",
                "start --amqp-port=0 --spring.rabbitmq.host=x | --amqp-port is for the embedded broker, but"
                        + " spring.rabbitmq",
                "start --amqp-port=0 --spring.rabbitmq.addresses=x:1 | --amqp-port is for the embedded broker",
                "start --postgres-port=0 --spring.datasource.url=x | --postgres-port is for the embedded PostgreSQL",
                "event | Missing required parameter: 'ID'",
                "event twelve | 'twelve' is not an int",
                "events --url=nowhere | The value of --url is 'nowhere', but http://HOST:PORT/ is expected",
                "rebuild --image=a-1-1 | One of --advisory, --event and --branch is needed",
                "rebuild --branch=main | --branch needs at least one --image",
                "rebuild --advisory=1 --target=t | --target needs --branch",
                "rebuild --branch=main --advisory=1 --image=a | --branch goes with neither --advisory nor --force",
                "rebuild --advisory=x | Invalid value for option '--advisory': 'x' is not a long",
                "rebuild --advisory=1 --metadata=[] | The value of --metadata is '[]', but a JSON object is expected",
                "publish | Missing required parameter: 'FILE'",
                "strat | Unmatched argument at index 0: 'strat'",
                "~~ | No command given"
            })
    void wrong_usage_is_one_sentence_and_status_2(String line, String sentence) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err.toString()).startsWith("freshmaker: ").contains(sentence);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void nothing_that_answers_is_one_sentence_and_status_1() {
        assertThat(run("events --url=http://127.0.0.1:1/")).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("Nothing answers at http://127.0.0.1:1/");
    }

    @Test
    void a_bus_that_is_not_there_is_one_sentence_and_status_1() {
        String file = getClass().getResource("/messages/envelope.json").getPath();
        assertThat(run("publish --amqp=amqp://127.0.0.1:1/ " + file)).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("No bus takes messages at 127.0.0.1:1");
    }

    @Test
    void a_password_in_a_wrong_address_is_not_repeated() {
        String file = getClass().getResource("/messages/envelope.json").getPath();
        assertThat(run("publish --amqp=bus://me:secret@127.0.0.1/ " + file)).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("is no address of a bus");
        assertThat(err.toString()).doesNotContain("secret");
    }

    @Test
    void a_certificate_that_is_not_there_is_one_sentence_and_status_1() {
        String file = getClass().getResource("/messages/envelope.json").getPath();
        assertThat(run("publish --amqp=amqps://127.0.0.1:1/ --ca=/nowhere/ca.pem " + file))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("--ca")
                .contains("/nowhere/ca.pem");
    }

    @Test
    void a_missing_file_is_one_sentence_and_status_1() {
        assertThat(run("publish /nowhere/message.json")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("/nowhere/message.json cannot be read");
    }

    @Test
    void help_names_every_command() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "start", "publish", "events", "event", "builds", "build", "cancel", "replay", "types", "bench");
    }

    private int run(String line) {
        return CommandLines.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line.isBlank() ? new String[0] : line.split(" "));
    }
}

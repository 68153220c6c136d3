package io.freshmaker.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.server.PortInUseException;

class SentenceTest {

    private static final String OPTION = "--port";

    @Test
    void our_own_words_are_found_behind_what_spring_wraps_around_them() {
        var failure = new BeanCreationException(
                "Error creating bean", new IllegalArgumentException("It cannot start: no rules."));
        assertThat(Sentence.of(failure, OPTION)).isEqualTo("It cannot start: no rules.");
    }

    @Test
    void an_exception_of_the_jdk_that_our_code_has_made_is_in_our_words() {
        var failure = new BeanCreationException(
                "Error creating bean", new IllegalStateException("The setting catalog is missing."));
        assertThat(Sentence.of(failure, OPTION)).isEqualTo("The setting catalog is missing.");
    }

    @Test
    void a_taken_port_is_named_with_its_option() {
        assertThat(Sentence.of(new BeanCreationException("web server", new PortInUseException(8080)), OPTION))
                .isEqualTo("Port 8080 for HTTP is taken: stop the program that listens on it, "
                        + "or choose another port with --port.");
    }

    @Test
    void a_setting_that_cannot_be_read_is_named_with_its_value() {
        assertThat(Sentence.of(unreadable("server.port", "abc"), OPTION))
                .startsWith("The setting server.port cannot be 'abc': ");
    }

    @Test
    void what_nobody_has_words_for_is_said_with_the_innermost_message_on_one_line() {
        IOException notOurs = new IOException("the disk\n  is full");
        notOurs.setStackTrace(new StackTraceElement[0]);
        assertThat(Sentence.of(new BeanCreationException("outer", notOurs), OPTION))
                .isEqualTo("the disk is full (IOException)");
    }

    private static BindException unreadable(String name, String value) {
        try {
            new Binder(new MapConfigurationPropertySource(Map.of(name, value))).bind(name, Integer.class);
        } catch (BindException e) {
            return e;
        }
        throw new AssertionError("'" + value + "' was read as a number");
    }
}

package io.freshmaker.command.adapter.odcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Composes;
import io.freshmaker.command.port.Refused;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OdcsConfigurationTest {

    private static final ComposeRequest WANTED = ComposeRequest.ofContentSets(Set.of("shelf-rpms"));

    private final ApplicationContextRunner spring = new ApplicationContextRunner()
            .withUserConfiguration(OdcsConfiguration.class)
            .withBean(OutsideSystems.class, Systems::some);

    @Test
    void a_compose_without_an_address_is_refused_by_name() {
        spring.run(context -> assertThatThrownBy(
                        () -> context.getBean(Composes.class).request(WANTED))
                .isInstanceOf(Refused.class)
                .hasMessage("ODCS cannot be asked: the setting freshmaker.odcs.server-url is missing"));
    }

    @Test
    void a_token_is_shown_with_what_is_to_be_done_and_not_with_questions() {
        try (FakeOdcs odcs = new FakeOdcs()) {
            spring.withPropertyValues(
                            "freshmaker.odcs.server-url=" + odcs.url(),
                            "freshmaker.odcs.auth=token",
                            "freshmaker.odcs.token=s3cr3t",
                            "freshmaker.odcs.sigkeys=FD431D51")
                    .run(context -> {
                        Composes composes = context.getBean(Composes.class);
                        composes.find(List.of(composes.request(WANTED)));
                        assertThat(context.getBean(OdcsSettings.class))
                                .hasToString("OdcsSettings[serverUrl=%s, auth=TOKEN, token=***, owner=null]"
                                        .formatted(odcs.url()));
                    });
            assertThat(odcs.server().requests())
                    .extracting(request -> request.headers().get("authorization"))
                    .containsExactly("Bearer s3cr3t", null);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        server-url=odcs.example | freshmaker.odcs.server-url: expected an http or https address, found odcs.example
        auth=token | freshmaker.odcs.token: expected a token, for auth=token, found nothing
        auth=kerberos | freshmaker.odcs.principal: expected a principal, for auth=kerberos, found nothing
        keytab=/no/such/file | freshmaker.odcs.keytab: expected a keytab, found /no/such/file, which cannot be read
        max-calls=0 | freshmaker.odcs.max-calls: expected at least 1, found 0
        """)
    void a_wrong_setting_stops_the_start_with_one_sentence(String setting, String sentence) {
        spring.withPropertyValues("freshmaker.odcs." + setting)
                .run(context -> assertThat(context).getFailure().hasRootCauseMessage(sentence));
    }
}

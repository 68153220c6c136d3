package io.freshmaker.command.adapter.errata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.outside.AdvisoryStates;
import io.freshmaker.command.outside.Identity;
import io.freshmaker.command.outside.KerberosIdentity;
import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.TriggerSource;
import io.freshmaker.command.port.Unavailable;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ErrataConfigurationTest {

    private final ApplicationContextRunner house = new ApplicationContextRunner()
            .withUserConfiguration(ErrataConfiguration.class, WithStates.class)
            .withBean(OutsideSystems.class, Systems::some)
            .withBean(Clock.class, Clock::systemUTC);

    @EnableConfigurationProperties(AdvisoryStates.class)
    private static final class WithStates {}

    @Test
    void nothing_is_caught_up_with_where_no_errata_tool_is_named() {
        house.withPropertyValues("freshmaker.errata.server-url=", "freshmaker.jira.server-url=")
                .run(started -> {
                    assertThat(started).hasSingleBean(Advisories.class).doesNotHaveBean(TriggerSource.class);
                    assertThat(started.getBean(ErrataSettings.class).identity()).isSameAs(Identity.NOBODY);
                    assertThat(started.getBean(Jira.class).isKnown()).isFalse();
                    assertThat(started.getBean(AdvisoryStates.class).beforeShipping())
                            .isEmpty();
                });
    }

    @Test
    void the_settings_of_docs_systems_errata_are_those_that_there_are() {
        house.withPropertyValues(
                        "freshmaker.errata.server-url=https://errata.example.com",
                        "freshmaker.errata.auth=kerberos",
                        "freshmaker.errata.principal=freshmaker@EXAMPLE.COM",
                        "freshmaker.errata.rhel-release-prefix=RHEL-9",
                        "freshmaker.errata.states=SHIPPED_LIVE,REL_PREP",
                        "freshmaker.jira.server-url=https://jira.example.com",
                        "freshmaker.jira.email=ada@example.com",
                        "freshmaker.jira.token=s3cr3t")
                .run(started -> {
                    assertThat(started.getBeansOfType(TriggerSource.class).values())
                            .extracting(TriggerSource::name)
                            .containsExactlyInAnyOrder("errata", "errata-botas", "errata-before-shipping");
                    assertThat(started.getBean(ErrataSettings.class).identity()).isInstanceOf(KerberosIdentity.class);
                    assertThat(started.getBean(Jira.class).isKnown()).isTrue();
                    assertThat(started.getBean(AdvisoryStates.class).beforeShipping())
                            .containsExactly("REL_PREP");
                });
    }

    @Test
    void with_kerberos_nothing_is_asked_without_a_ticket() {
        house.withPropertyValues(
                        "freshmaker.errata.server-url=http://localhost:1",
                        "freshmaker.errata.auth=kerberos",
                        "freshmaker.errata.principal=nobody@TEST.EXAMPLE",
                        "freshmaker.errata.max-attempts=1")
                .run(started -> assertThatThrownBy(
                                () -> started.getBean(Advisories.class).find(7))
                        .isInstanceOf(Unavailable.class)
                        .hasMessageStartingWith("Kerberos gives no ticket for HTTP@localhost: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        errata.server-url=errata.example.com | freshmaker.errata.server-url: expected an http or https address, found errata.example.com
        errata.auth=kerberos                 | freshmaker.errata.principal: expected a principal, for auth=kerberos, found nothing
        errata.keytab=/no/such/file          | freshmaker.errata.keytab: expected a keytab, found /no/such/file, which cannot be read
        errata.read-timeout=0s               | freshmaker.errata.read-timeout: expected a duration above zero, found PT0S
        errata.states=SHIPPED                | freshmaker.errata.states: expected some of NEW_FILES, QE, REL_PREP, PUSH_READY, IN_PUSH, SHIPPED_LIVE, found SHIPPED
        jira.server-url=ftp://jira           | freshmaker.jira.server-url: expected an http or https address, found ftp://jira
        jira.token=x                         | freshmaker.jira.email: expected an address, for the token, found nothing
        jira.email=ada@example.com           | freshmaker.jira.token: expected a token, for the email, found nothing
        jira.max-calls=0                     | freshmaker.jira.max-calls: expected at least 1, found 0
        """)
    void a_wrong_setting_stops_the_start_with_one_sentence(String setting, String sentence) {
        house.withPropertyValues("freshmaker." + setting)
                .run(started -> assertThat(started).getFailure().rootCause().hasMessage(sentence));
    }
}

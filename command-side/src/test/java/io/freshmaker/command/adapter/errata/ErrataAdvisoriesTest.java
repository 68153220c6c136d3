package io.freshmaker.command.adapter.errata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.FakeAdvisories;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrataAdvisoriesTest {

    private static final Advisory QE = FakeAdvisories.advisory(7, "QE", "rpm");

    private final FakeErrata fake = new FakeErrata().advisory(QE, Erratas.TEAPOT);
    private final ErrataAdvisories advisories = Erratas.advisories(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void what_rules_ask_about_takes_five_calls_and_one_of_jira_for_each_issue() {
        assertThat(advisories.find(7)).contains(QE);

        assertThat(fake.asked())
                .containsExactlyInAnyOrder(
                        "api/v1/erratum/7",
                        "advisory/7.json",
                        "api/v1/releases/652",
                        "advisory/7/bugs.json",
                        "advisory/7/jira_issues.json",
                        "jira/rest/api/3/issue/TEA-7?fields=issuetype,customfield_10670");
    }

    @Test
    void without_a_jira_nobody_is_asked_for_issues() {
        ErrataApi api = Erratas.api(fake.url(), Systems.PATIENT);
        Jira none = Erratas.jira(null, Systems.PATIENT, Clock.systemUTC());

        assertThat(Erratas.advisories(api, none, "").find(7)).contains(QE);
        assertThat(fake.asked()).hasSize(4);
    }

    @Test
    void the_number_of_a_revision_is_no_part_of_the_name() {
        assertThat(fake.at("api/v1/erratum/7").at("/errata/rhsa/fulladvisory").asText())
                .isEqualTo("RHSA-2026:7-02");
        assertThat(advisories.find(7).orElseThrow().name()).isEqualTo("RHSA-2026:7");
    }

    @Test
    void an_advisory_without_a_severity_a_release_or_cves_has_none() {
        ObjectNode erratum = (ObjectNode) fake.at("api/v1/erratum/7").at("/errata/rhsa");
        erratum.remove("security_impact");
        ((ObjectNode) fake.at("api/v1/erratum/7").at("/content/content")).putNull("cve");
        fake.at("advisory/7.json").remove("release");

        Advisory found = advisories.find(7).orElseThrow();
        assertThat(found.severity()).isEqualTo("none");
        assertThat(found.cves()).isEmpty();
        assertThat(found.release()).isEmpty();
        assertThat(found.releaseType()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', false, false",
        "'hightouch+', true, false",
        "'hightouch?,compliance_priority-', false, false",
        "'not_hightouch+', false, false",
        "'rhsa_sla+,compliance_priority+', false, true",
        "'hightouch+, compliance_priority+', true, true",
    })
    void flags_of_bugs_make_an_advisory_urgent(String flags, boolean major, boolean compliance) {
        fake.says("advisory/7/bugs.json", "[{\"id\": 1, \"flags\": \"%s\"}, {\"id\": 2}]".formatted(flags));

        Advisory found = advisories.find(7).orElseThrow();
        assertThat(found.majorIncident()).isEqualTo(major);
        assertThat(found.compliancePriority()).isEqualTo(compliance);
        assertThat(found.contractPriority()).isFalse();
    }

    @Test
    void keys_of_issues_may_stand_alone() {
        fake.says("advisory/7/jira_issues.json", "[\"TEA-7\", \"TEA-7\"]");

        assertThat(advisories.find(7)).contains(QE);
        assertThat(fake.asked()).filteredOn(path -> path.startsWith("jira")).hasSize(1);
    }

    @Test
    void another_advisory_than_the_one_that_was_asked_for_is_no_answer() {
        fake.says("api/v1/erratum/8", fake.at("api/v1/erratum/7").toString());

        assertThatThrownBy(() -> advisories.find(8))
                .isInstanceOf(Unavailable.class)
                .hasMessageEndingWith("another advisory");
    }

    @Test
    void a_page_that_says_404_does_not_mean_that_there_is_no_such_advisory() {
        fake.server().otherwise(StubServer.status(404, "text/html", "<html>Not found</html>"));

        assertThatThrownBy(() -> advisories.find(7)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> advisories.having("teapot-2.1-3.el9")).isInstanceOf(Unavailable.class);
    }

    @Test
    void an_nvr_is_never_more_than_a_part_of_the_path() {
        assertThat(advisories.having("c++-1.0^git1-1.el9/../../admin?x=1")).isEmpty();

        assertThat(fake.asked()).containsExactly("api/v1/build/c%2B%2B-1.0%5Egit1-1.el9%2F..%2F..%2Fadmin%3Fx%3D1");
    }

    @Test
    void a_build_that_was_never_in_an_advisory_is_awaited_by_none() {
        fake.says("api/v1/build/a-1-1", "{\"rpms_signed\": true}");

        assertThat(advisories.having("a-1-1")).isEmpty();
    }

    @Test
    void without_an_address_it_is_refused_by_the_name_of_the_setting() {
        ErrataApi nowhere = new ErrataApi(Systems.http("errata"), null);
        Jira none = Erratas.jira(null, Systems.QUICK, Clock.systemUTC());

        assertThatThrownBy(() -> Erratas.advisories(nowhere, none, "").find(7))
                .isInstanceOf(Refused.class)
                .hasMessage("The Errata Tool cannot be asked: the setting freshmaker.errata.server-url is missing");
    }
}

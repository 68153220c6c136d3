package io.freshmaker.command.adapter.errata;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The shapes of answers that are known from the original's tests (spec §16), with other names in them. */
class AnswersOfTodayTest {

    private final FakeErrata fake = new FakeErrata();
    private final ErrataAdvisories advisories = Erratas.advisories(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void answers_of_today_are_understood() {
        fake.says("api/v1/erratum/28484", """
            {"errata": {"rhsa": {"id": 28484, "fulladvisory": "RHSA-2017:28484", "status": "QE", "content_types": ["rpm"],
                                 "security_impact": "Important", "product_id": 89}},
             "content": {"content": {"cve": "CVE-2015-10001 CVE-2016-10002"}}}\
            """)
                .says("advisory/28484.json", """
                    {"id": 28484, "advisory_name": "RHSA-2017:28484", "product": {"id": 89, "short_name": "TEAHOUSE"},
                     "release": {"id": 653, "name": "TEAHOUSE-7.4.0"}, "people": {"reporter": "botas/dev@EXAMPLE.COM"}}\
                    """)
                .says("api/v1/releases/653", """
                    {"data": {"id": 653, "type": "releases",
                              "attributes": {"name": "TEAHOUSE-7.4.0", "description": "-", "type": "Zstream"}}}\
                    """)
                .says("advisory/28484/bugs.json", """
                    [{"id": 1500001, "is_security": true, "alias": "CVE-2017-10003",
                      "flags": "hightouch+,requires_doc_text+,rhsa_sla+"}]\
                    """)
                .says("advisory/28484/jira_issues.json", "[]")
                .says("advisory/28484/builds.json", """
                    {"TEAHOUSE-1": [{"libtea-1.4.3-4.el6": {"TEAHOUSE-1-NFS": {
                        "x86_64": ["libtea-devel-1.4.3-4.el6.x86_64.rpm", "notes.txt"],
                        "SRPMS": ["libtea-1.4.3-4.el6.src.rpm"]}}}]}\
                    """)
                .says("api/v1/erratum/28484/builds_by_cve", """
                    {"CVE-2020-10004": {"TEAHOUSE-1": {"name": "TEAHOUSE-1", "builds": [{"libtea-1.4.3-4.el6": {
                        "nvr": "libtea-1.4.3-4.el6", "is_module": false, "variant_arch": {"TEAHOUSE-1": {
                            "x86_64": [{"filename": "libtea-1.4.3-4.el6.x86_64.rpm", "is_signed": true}],
                            "SRPMS": [{"filename": "libtea-1.4.3-4.el6.src.rpm", "is_signed": true}]}}}}]}}}\
                    """)
                .says("api/v1/erratum/28484/builds_list?with_sig_key=1", """
                    {"TEAHOUSE-1": {"builds": [{"libtea-1.4.3-4.el6": {"nvr": "libtea-1.4.3-4.el6", "is_module": false,
                                                                       "is_signed": true}}],
                                    "sig_key": {"name": "releasekey", "keyid": "abcdef01"}}}\
                    """)
                .says("errata/get_pulp_packages/28484.json", """
                    {"teahouse-6-server-eus-rpms__6_DOT_7__x86_64": [], "teahouse-6-server-rpms__x86_64": []}\
                    """);

        Advisory found = advisories.find(28484).orElseThrow();
        assertThat(found.severity()).isEqualTo("important");
        assertThat(found.cves()).containsExactly("CVE-2015-10001", "CVE-2016-10002");
        assertThat(found.majorIncident()).isTrue();
        assertThat(found.compliancePriority()).isFalse();
        assertThat(found.reporter()).isEqualTo("botas/dev@EXAMPLE.COM");
        assertThat(found.releaseType()).isEqualTo("Zstream");

        AdvisoryContent content = advisories.contentOf(28484);
        assertThat(content.builds()).hasToString("[libtea-1.4.3-4.el6]");
        assertThat(content.sources()).hasToString("[libtea-1.4.3-4.el6]");
        assertThat(content.rpms()).hasToString("[libtea-devel-1.4.3-4.el6]");
        assertThat(content.fixes()).hasToString("[libtea-1.4.3-4.el6]");
        assertThat(content.repositories())
                .containsExactly("teahouse-6-server-eus-rpms__6_DOT_7__x86_64", "teahouse-6-server-rpms__x86_64");
        assertThat(content.signed()).isTrue();
    }
}

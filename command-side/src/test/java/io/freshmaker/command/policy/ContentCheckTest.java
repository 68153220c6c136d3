package io.freshmaker.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.api.artifactbuild.Verification.FoundRpm;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Rpm;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an image must contain of an advisory (spec §5.4, §19.3 P5 to P7; decision 25). */
class ContentCheckTest {

    @Test
    void an_image_with_the_advisorys_rpm_is_fine() {
        Verification verification = check("foo-1.2.1-22.el7", "foo-1.2.1-22.el7.x86_64", "bar-1.2.3-1.el7.x86_64");

        assertThat(verification.wrong()).isEmpty();
        assertThat(verification.found())
                .containsExactly(new FoundRpm("x86_64", "foo-1.2.1-22.el7", List.of("foo-1.2.1-22.el7"), true));
    }

    @Test
    void an_image_with_an_older_rpm_is_wrong() {
        assertThat(wrong("foo-1.2.1-23.el7", "foo-1.2.1-22.el7.x86_64")).containsExactly("x86_64/foo-1.2.1-22.el7");
    }

    @Test
    void every_architecture_is_looked_at_not_the_last_one() {
        assertThat(wrong("foo-1-2", "foo-1-2.aarch64", "foo-1-1.s390x", "foo-1-2.x86_64"))
                .containsExactly("s390x/foo-1-1");
    }

    @Test
    void every_version_of_a_name_is_looked_at_not_the_last_one() {
        assertThat(wrong("foo-1-2", "foo-1-1.x86_64", "foo-1-2.x86_64")).containsExactly("x86_64/foo-1-1");
        assertThat(wrong("foo-1-2", "foo-1-2.x86_64", "foo-1-1.x86_64")).containsExactly("x86_64/foo-1-1");
    }

    @Test
    void any_of_several_builds_of_a_name_will_do() {
        assertThat(wrong("foo-1-2 foo-2-1", "foo-1-2.x86_64", "foo-2-1.x86_64")).isEmpty();
    }

    @Test
    void a_newer_rpm_than_the_advisorys_has_its_fix_too() {
        assertThat(wrong("foo-1.9-2", "foo-1.10-1.x86_64")).isEmpty();
        assertThat(wrong("foo-1-2 foo-2-1", "foo-1-3.x86_64")).as("between two").containsExactly("x86_64/foo-1-3");
        assertThat(wrong("foo-1-2 foo-2-1", "foo-3-1.x86_64")).isEmpty();
    }

    @Test
    void an_rpm_is_compared_with_those_of_its_own_distribution_where_there_are_some() {
        assertThat(wrong("foo-1-2.el7 foo-2-1.el8_6", "foo-1-3.el7_9.x86_64")).isEmpty();
        assertThat(wrong("foo-1-2.el7 foo-2-3.el8_6", "foo-2-2.el8.x86_64")).containsExactly("x86_64/foo-2-2.el8");
        assertThat(wrong("foo-2-3.el8", "foo-2-2.el7.x86_64")).containsExactly("x86_64/foo-2-2.el7");
    }

    @Test
    void an_rpm_of_a_module_and_another_one_are_not_compared() {
        assertThat(check("foo-2-1.module+el8.1+40+a1b2", "foo-1-1.el8.x86_64").found())
                .isEmpty();
        assertThat(check("foo-2-1.el8", "foo-1-1.module+el8.1+40+a1b2.x86_64").found())
                .isEmpty();
        assertThat(wrong("foo-2-1.module+el8.1+40+a1b2", "foo-1-1.module+el8.0+39+c3d4.x86_64"))
                .hasSize(1);
    }

    @Test
    void an_rpm_that_the_image_has_no_more_is_no_fault() {
        assertThat(check("foo-1-2", "bar-1-1.x86_64").found()).isEmpty();
    }

    @Test
    void the_evidence_is_the_same_in_whatever_order_it_comes() {
        String[] rpms = {"foo-1-2.x86_64", "ant-1-1.x86_64", "foo-1-1.aarch64", "foo-1-1.aarch64"};
        List<String> reversed = Arrays.asList(rpms.clone()).reversed();

        assertThat(check("foo-1-2 ant-1-1", rpms)).isEqualTo(check("ant-1-1 foo-1-2", reversed.toArray(String[]::new)));
    }

    private static List<String> wrong(String shipped, String... contained) {
        return check(shipped, contained).wrong().stream()
                .map(rpm -> rpm.arch() + "/" + rpm.nvr())
                .toList();
    }

    /** @param shipped NVRs, blank-separated */
    private static Verification check(String shipped, String... contained) {
        TreeMap<String, List<Rpm>> arches = new TreeMap<>();
        for (String rpm : contained) {
            Rpm one = Rpm.parse(rpm);
            arches.merge(
                    one.arch(),
                    List.of(one),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
        List<Nvr> wanted = Stream.of(shipped.split(" ")).map(Nvr::new).toList();
        return ContentCheck.verification(new Nvr("web-container-1-1"), arches, 2018001, wanted);
    }
}

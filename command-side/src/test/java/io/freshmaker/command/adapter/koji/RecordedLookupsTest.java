package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.Rpm;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked about builds, images and tags, beside what the original asked, and what is made of the answers. */
class RecordedLookupsTest {

    private final RecordedHub recorded = new RecordedHub();

    @AfterEach
    void close() {
        recorded.close();
    }

    @Test
    void the_rpms_of_a_build_are_listed_without_its_source() throws XMLStreamException {
        recorded.replay("0115-POST-getBuild", "0125-POST-listBuildRPMs");

        assertThat(new KojiUpdates(recorded.hub()).rpmsOf("rsyslog-8.1911.0-7.el8"))
                .extracting(Rpm::toString)
                .containsExactly("rsyslog-8.1911.0-7.el8.x86_64", "rsyslog-relp-8.1911.0-7.el8.x86_64");
        assertThat(recorded.sent(0)).isEqualTo(recorded.asked("0115-POST-getBuild"));
    }

    @Test
    void a_build_that_koji_does_not_know_has_no_rpms_and_no_tags() throws XMLStreamException {
        recorded.replay("0063-POST-getBuild", "0063-POST-getBuild");

        assertThat(new KojiUpdates(recorded.hub()).rpmsOf("nope-1-1")).isEmpty();
        assertThat(new KojiTags(recorded.hub()).tagsOf("nope-1-1")).isEmpty();
        assertThat(recorded.sent(1)).isEqualTo(recorded.asked("0063-POST-getBuild"));
    }

    @Test
    void the_tags_of_a_build_are_asked_for_as_the_original_asks() throws XMLStreamException {
        recorded.replay("0060-POST-getBuild", "0082-POST-listTags");

        assertThat(new KojiTags(recorded.hub()).tagsOf("rsyslog-container-8.4-12.1657"))
                .containsExactly("rhel-8.4-candidate");
        assertThat(recorded.sent(1)).isEqualTo(recorded.asked("0082-POST-listTags"));
    }

    @Test
    void an_image_is_put_together_from_its_build_its_task_its_archives_and_its_parent() throws XMLStreamException {
        recorded.server()
                .then(recorded.inMultiCall("0060-POST-getBuild"))
                .then(recorded.inMultiCall("0038-POST-getTaskRequest"))
                .then(recorded.inMultiCall("0062-POST-getBuild"))
                .then(recorded.inMultiCall("0067-POST-listArchives"))
                .then(recorded.inMultiCall("0117-POST-listRPMs"));

        assertThat(new ImageLookup(recorded.hub()).images(List.of(4L)).get(4L)).satisfies(image -> {
            assertThat(image.nvr()).isEqualTo(new Nvr("rsyslog-container-8.4-12.1657"));
            assertThat(image.source()).isEqualTo(RecordedBuildsTest.SOURCE);
            assertThat(image.parents()).containsExactly(new Nvr("ubi8-container-8.4-200"));
            assertThat(image.rpms()).hasSize(2);
        });
        assertThat(new Value(recorded.sent(3).params())
                        .at(0)
                        .at(0)
                        .field("params")
                        .raw())
                .isEqualTo(recorded.asked("0067-POST-listArchives").params());
    }

    @Test
    void what_an_image_contains_is_read_from_its_archives() throws XMLStreamException {
        recorded.replay("0060-POST-getBuild", "0067-POST-listArchives");
        recorded.server().then(recorded.inMultiCall("0117-POST-listRPMs"));

        assertThat(new KojiBuiltContent(recorded.hub()).rpmsOf(new Nvr("rsyslog-container-8.4-12.1657")))
                .containsOnlyKeys("x86_64")
                .satisfies(rpms -> assertThat(rpms.get("x86_64"))
                        .extracting(Rpm::toString)
                        .containsExactly("rsyslog-8.1911.0-7.el8.x86_64", "rsyslog-relp-8.1911.0-7.el8.x86_64"));
        assertThat(recorded.sent(0)).isEqualTo(recorded.asked("0060-POST-getBuild"));
        assertThat(recorded.sent(1)).isEqualTo(recorded.asked("0067-POST-listArchives"));
    }

    @Test
    void how_an_image_was_built_is_put_together_from_its_build_its_task_its_archives_and_its_parent()
            throws XMLStreamException {
        recorded.server()
                .then(recorded.inMultiCall("0060-POST-getBuild"))
                .then(recorded.inMultiCall("0038-POST-getTaskRequest"))
                .then(recorded.inMultiCall("0062-POST-getBuild"))
                .then(recorded.inMultiCall("0067-POST-listArchives"));
        Nvr image = new Nvr("rsyslog-container-8.4-12.1657");

        assertThat(new KojiImageBuilds(recorded.hub()).built(List.of(image)))
                .isEqualTo(Map.of(
                        image,
                        new BuiltImage(
                                image,
                                RecordedBuildsTest.SOURCE,
                                List.of(new Nvr("ubi8-container-8.4-200")),
                                false,
                                List.of("x86_64"),
                                List.of(142813L, 142814L),
                                false,
                                null)));
    }

    @Test
    void the_builds_in_an_image_are_put_together_from_its_archives_their_rpms_and_their_builds()
            throws XMLStreamException {
        recorded.replay("0060-POST-getBuild", "0067-POST-listArchives");
        recorded.server()
                .then(recorded.inMultiCall("0117-POST-listRPMs"))
                .then(recorded.inMultiCall("0115-POST-getBuild"));

        assertThat(new KojiImagePackages(recorded.hub()).buildsIn(new Nvr("rsyslog-container-8.4-12.1657")))
                .containsExactly(new Nvr("rsyslog-8.1911.0-7.el8"));
        assertThat(recorded.sent(1)).isEqualTo(recorded.asked("0067-POST-listArchives"));
    }

    @Test
    void the_latest_builds_with_a_tag_are_asked_for_by_package() throws XMLStreamException {
        recorded.server().then(recorded.inMultiCall("0069-POST-listTagged"));

        assertThat(new KojiTags(recorded.hub()).latestIn("rhel-8.4-candidate", List.of("rsyslog-container")))
                .contains(new Nvr("rsyslog-container-8.4-12.1657"));
        assertThat(new Value(recorded.sent(0).params())
                        .at(0)
                        .at(0)
                        .field("params")
                        .at(1)
                        .raw())
                .isEqualTo(Call.named(Map.of("latest", true, "inherit", false, "package", "rsyslog-container")));
    }

    @Test
    void many_questions_are_asked_together_as_kojis_client_asks_them() throws XMLStreamException {
        recorded.replay("0092-POST-multiCall");

        List<Reply> replies = recorded.hub()
                .askAll(List.of(
                        Call.of("getBuild", "ubi8-container-8.4-200"),
                        Call.of("getBuild", "nope-1-1", Call.named(Map.of("strict", true))),
                        Call.of("getTaskInfo", 1)));

        assertThat(recorded.sent(0)).isEqualTo(recorded.asked("0092-POST-multiCall"));
        assertThat(replies.get(0).value("getBuild").field("id").number()).isEqualTo(1);
        assertThat(replies.get(1))
                .isInstanceOfSatisfying(
                        Reply.Denied.class,
                        denied -> assertThat(denied.fault().code()).isEqualTo(1000));
        assertThat(replies.get(2).value("getTaskInfo").field("state").number()).isEqualTo(2);
    }
}

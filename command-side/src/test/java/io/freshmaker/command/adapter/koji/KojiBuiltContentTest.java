package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltContent;
import io.freshmaker.command.port.BuiltContentContract;
import io.freshmaker.command.port.Rpm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KojiBuiltContentTest extends BuiltContentContract {

    private static final Nvr IMAGE = new Nvr("web-container-42-1");

    private final FakeKojiHub fake = new FakeKojiHub();

    @AfterEach
    void close() {
        fake.close();
    }

    @Override
    protected BuiltContent knowing(Nvr image, Map<String, List<Rpm>> rpms) {
        return knowing(fake, image, rpms);
    }

    static BuiltContent knowing(FakeKojiHub fake, Nvr image, Map<String, List<Rpm>> rpms) {
        FakeContent content = new FakeContent(fake).built(5, image.value());
        rpms.forEach((arch, all) -> content.with(5, arch, all));
        return new KojiBuiltContent(Kojis.hub(fake));
    }

    @Test
    void what_koji_has_not_completed_is_not_known_yet() {
        BuiltContent content = knowing(IMAGE, Map.of("x86_64", List.of(Rpm.parse("tls-1-1.x86_64"))));
        fake.build(5, IMAGE.value(), Map.of("state", 0L));

        assertThat(content.rpmsOf(IMAGE)).isEmpty();
    }

    @Test
    void an_image_whose_archives_are_not_there_yet_is_not_known() {
        assertThat(knowing(IMAGE, Map.of()).rpmsOf(IMAGE)).isEmpty();
    }

    @Test
    void an_image_with_an_archive_of_which_koji_says_nothing_is_not_known_by_the_others() {
        BuiltContent content =
                knowing(IMAGE, Map.of("x86_64", List.of(Rpm.parse("tls-1-1.x86_64")), "s390x", List.of()));
        fake.answer("listRPMs", call -> {
            if (new Value(call.params()).at(0).field("imageID").number() == 100)
                throw new Denial(1000, "no such image");
            return List.of();
        });

        assertThat(content.rpmsOf(IMAGE)).isEmpty();
    }

    @Test
    void two_archives_of_one_architecture_are_one() {
        BuiltContent content = knowing(IMAGE, Map.of("x86_64", List.of(Rpm.parse("tls-1-1.x86_64"))));
        fake.answer(
                "listArchives", _ -> List.of(FakeContent.archive(100, "x86_64"), FakeContent.archive(101, "x86_64")));
        fake.answer(
                "listRPMs",
                call -> List.of(FakeImages.rpm(Rpm.parse("tls-%d-1.x86_64"
                        .formatted(
                                new Value(call.params()).at(0).field("imageID").number())))));

        assertThat(content.rpmsOf(IMAGE).get("x86_64"))
                .extracting(Rpm::toString)
                .containsExactly("tls-100-1.x86_64", "tls-101-1.x86_64");
    }

    @Test
    void however_many_architectures_there_are_three_requests_do() {
        knowing(IMAGE, Map.of("x86_64", List.of(), "s390x", List.of(), "ppc64le", List.of(), "aarch64", List.of()))
                .rpmsOf(IMAGE);

        assertThat(fake.requests()).isEqualTo(3);
    }
}

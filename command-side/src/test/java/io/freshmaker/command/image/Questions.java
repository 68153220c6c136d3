package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImageQuestion.Objection;
import io.freshmaker.command.port.ImageRepository;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Questions of tests: the advisory RHSA-2026:1 is shipped in {@code base-rpms}, and fixes {@code tls} unless something else is said. */
final class Questions {
    static final ImageQuestion TLS = fixing("tls-2-1");

    private Questions() {}

    static ImageQuestion fixing(String... rpms) {
        return new ImageQuestion(
                1,
                "RHSA-2026:1",
                Arrays.stream(rpms).map(Nvr::new).toList(),
                Set.of("base-rpms"),
                true,
                List.of(),
                (_, _) -> Optional.empty(),
                Map.of());
    }

    static ImageQuestion withUnpublished(ImageQuestion question) {
        return new ImageQuestion(
                question.advisory(),
                question.name(),
                question.fixes(),
                question.contentSets(),
                false,
                question.leaves(),
                question.objection(),
                question.rebuilt());
    }

    static ImageQuestion of(ImageQuestion question, String... leaves) {
        return new ImageQuestion(
                question.advisory(),
                question.name(),
                question.fixes(),
                question.contentSets(),
                question.publishedOnly(),
                Arrays.stream(leaves).map(Nvr::new).toList(),
                question.objection(),
                question.rebuilt());
    }

    static ImageQuestion objecting(ImageQuestion question, Objection objection) {
        return new ImageQuestion(
                question.advisory(),
                question.name(),
                question.fixes(),
                question.contentSets(),
                question.publishedOnly(),
                question.leaves(),
                objection,
                question.rebuilt());
    }

    static ImageQuestion after(ImageQuestion question, Map<Nvr, Reason> rebuilt) {
        return new ImageQuestion(
                question.advisory(),
                question.name(),
                question.fixes(),
                question.contentSets(),
                question.publishedOnly(),
                question.leaves(),
                question.objection(),
                rebuilt);
    }

    /** Published in {@code repo/NAME}: images there are rebuilt that have the tag {@code latest}. */
    static ImageRepository repository(String name, String... categories) {
        return new ImageRepository("registry.example.com", "repo/" + name, true, Set.of(categories), Set.of("latest"));
    }
}

package io.freshmaker.query.image;

import static java.util.stream.Collectors.joining;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.list.Conditions;
import io.freshmaker.query.web.ApiError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which images {@code i} a request asks for. Numbers stand in the statement itself, because PostgreSQL then knows how frequent each
 * package is: it passes the images in order for a frequent one, and looks a rare one up.
 */
@Component
class ImageFilter {

    private static final String WITH_TAG = """
        exists (select from jsonb_to_recordset(i.placements) as placed (tags text[]), unnest(placed.tags) as tag where tag in (:tag))\
        """;

    private static final String WITH_PARENT =
            "exists (select from known_image_parent p where p.child = i.nvr and p.parent in (:parent))";

    private final KnownRpms rpms;

    ImageFilter(KnownRpms rpms) {
        this.rpms = rpms;
    }

    /**
     * What is asked for.
     *
     * @param packages numbers of packages whose builds are told of each image
     */
    record Asked(Conditions wanted, List<Integer> packages) {}

    /** Empty where no image can be like that. */
    Optional<Asked> asked(HttpServletRequest request, @Nullable String olderThan, @Nullable String published) {
        Arguments arguments = new Arguments(request);
        Conditions wanted = new Conditions()
                .where("i.name in (:name)", "name", arguments.texts("name"))
                .where(WITH_TAG, "tag", arguments.texts("tag"))
                .where(WITH_PARENT, "parent", arguments.texts("parent"));
        if (published != null) wanted.and(isTrue(published) ? "i.published" : "not i.published");
        List<Integer> packages = new ArrayList<>();
        List<String> names = arguments.texts("package");
        if (!names.isEmpty() && !contains(names, packages, wanted)) return Optional.empty();
        if (olderThan != null && !containsOlder(build(olderThan), packages, wanted)) return Optional.empty();
        return Optional.of(new Asked(wanted, packages));
    }

    private boolean contains(List<String> names, List<Integer> packages, Conditions wanted) {
        List<Integer> known = rpms.packages(names);
        packages.addAll(known);
        wanted.and("i.packages && " + array(known));
        return !known.isEmpty();
    }

    private boolean containsOlder(Nvr build, List<Integer> packages, Conditions wanted) {
        List<Integer> older = rpms.olderThan(build);
        List<Integer> known = rpms.packages(List.of(build.name()));
        packages.addAll(known);
        wanted.and("i.packages && " + array(known))
                .and("exists (select from unnest(i.rpms) as rpm where rpm = any(" + array(older) + "))");
        return !older.isEmpty();
    }

    private static String array(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(joining(",", "'{", "}'::integer[]"));
    }

    private static Nvr build(String text) {
        try {
            return new Nvr(text);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("'older_than' must be a name-version-release, not '%s'.".formatted(text));
        }
    }

    private static boolean isTrue(String published) {
        return switch (published) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ApiError.badRequest("'published' must be true or false, not '%s'.".formatted(published));
        };
    }
}

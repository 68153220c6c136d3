package io.freshmaker.command.bundle;

import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.command.bundle.ReplacedDigests.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The pullspecs of one bundle with the digests that are replaced (spec §7.9, 5).
 *
 * @param pullspecs all of them, in their order
 * @param made one for each pullspec that is another one now
 */
public record PullspecChange(List<Pullspec> pullspecs, List<Replacement> made) {

    public static PullspecChange of(List<Pullspec> before, ReplacedDigests digests) {
        List<Pullspec> after = new ArrayList<>();
        List<Replacement> made = new ArrayList<>();
        for (Pullspec pullspec : before) {
            Replacement replacement = replacement(pullspec.current(), digests.byOld());
            if (replacement == null) after.add(pullspec);
            else {
                made.add(replacement);
                after.add(replaced(pullspec, replacement.digest()));
            }
        }
        return new PullspecChange(after, made);
    }

    private static @Nullable Replacement replacement(String pullspec, SortedMap<String, Replacement> byOld) {
        return byOld.get(pullspec.substring(pullspec.indexOf('@') + 1));
    }

    /** It is pinned now: its sources do not say this digest. */
    private static Pullspec replaced(Pullspec pullspec, String digest) {
        String repository = pullspec.current().substring(0, pullspec.current().indexOf('@') + 1);
        return new Pullspec(pullspec.original(), repository + digest, true, pullspec.current());
    }
}

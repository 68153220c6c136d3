package io.freshmaker.command.bundle;

import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.command.bundle.ReplacedDigests.Replacement;
import java.util.ArrayList;
import java.util.List;

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
            Replacement replacement = digests.byOld().get(pullspec.digest());
            if (replacement == null) after.add(pullspec);
            else {
                made.add(replacement);
                after.add(pullspec.replacedBy(replacement.digest()));
            }
        }
        return new PullspecChange(after, made);
    }
}

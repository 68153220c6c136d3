package io.freshmaker.platform.balance;

import io.freshmaker.platform.cluster.Member;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a process holds of the groups that all processes hold, and what it should leave to another one. */
record Share(String self, Map<String, Set<String>> claims) {

    /**
     * Half of what we have more than the one with the least, of what that one knows. It is a suggestion: whoever is quicker may
     * take it, and the next look evens that out.
     */
    List<String> tooMuch(List<Member> others) {
        Set<String> held = heldBy(self);
        return others.stream()
                .min(Comparator.comparing(other -> heldBy(other.id()).size()))
                .map(poorest -> held.stream()
                        .filter(poorest.processors()::contains)
                        .sorted()
                        .limit(Math.max(0, (held.size() - heldBy(poorest.id()).size()) / 2))
                        .toList())
                .orElse(List.of());
    }

    private Set<String> heldBy(String member) {
        return claims.getOrDefault(member, Set.of());
    }
}

package io.freshmaker.platform.balance;

import io.freshmaker.platform.cluster.Member;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a process holds, and what it should leave to another one. */
record Share(Collection<String> held, Map<String, Integer> claims) {

    /**
     * Half of what we have more than the one with the least, of what that one knows. It is a suggestion: whoever is quicker may
     * take it, and the next look evens that out.
     */
    List<String> tooMuch(List<Member> others) {
        return others.stream()
                .min(Comparator.comparing(this::claimsOf))
                .map(poorest -> held.stream()
                        .filter(poorest.processors()::contains)
                        .sorted()
                        .limit(Math.max(0, (held.size() - claimsOf(poorest)) / 2))
                        .toList())
                .orElse(List.of());
    }

    private int claimsOf(Member member) {
        return claims.getOrDefault(member.id(), 0);
    }
}

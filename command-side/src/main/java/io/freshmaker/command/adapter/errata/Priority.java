package io.freshmaker.command.adapter.errata;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** How urgent people say that the flaws are which an advisory fixes (spec §9.1). */
record Priority(boolean major, boolean compliance, boolean contract) {

    static final Priority NONE = new Priority(false, false, false);

    /** @param flags of a bug in Bugzilla, e.g. {@code hightouch+,rhsa_sla+} */
    static Priority ofFlags(String flags) {
        List<String> set = Arrays.asList(flags.split("[,\\s]+"));
        return new Priority(set.contains("hightouch+"), set.contains("compliance_priority+"), false);
    }

    /** @param handling what an issue in Jira says of its special handling */
    static Priority ofHandling(Set<String> handling) {
        return new Priority(
                handling.contains("Major Incident"),
                handling.contains("compliance-priority"),
                handling.contains("contract-priority"));
    }

    /** That of several flaws together. */
    static Priority of(Collection<Priority> flaws) {
        return flaws.stream().reduce(NONE, Priority::and);
    }

    private Priority and(Priority other) {
        return new Priority(major || other.major, compliance || other.compliance, contract || other.contract);
    }
}

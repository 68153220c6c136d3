package io.freshmaker.command.adapter.errata;

import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.adapter.errata.Told.Kind;
import io.freshmaker.command.port.Refused;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The advisories that were changed since a time. Only {@code get_advisory_list} can be asked for those, and it does not say what they
 * ship; so each is looked at.
 */
final class ChangedAdvisories {

    private static final Logger log = LoggerFactory.getLogger(ChangedAdvisories.class);

    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 100;
    private static final Set<String> TYPES = Set.of("RHSA", "RHBA", "RHEA");

    private final ErrataApi errata;

    ChangedAdvisories(ErrataApi errata) {
        this.errata = errata;
    }

    /**
     * Those with RPMs that are in one of these states and ready, the first filed first.
     *
     * @throws Refused when they are more than {@value #MOST_PAGES} pages
     */
    List<Trigger> ready(Collection<String> states, Instant since, Predicate<Erratum> ready) {
        return ready(states, since, ready, found -> new AdvisoryReady(found.id(), found.state()));
    }

    /**
     * The same.
     *
     * @param trigger what one that is ready means
     */
    List<Trigger> ready(
            Collection<String> states, Instant since, Predicate<Erratum> ready, Function<Erratum, Trigger> trigger) {
        return since(since, states, found -> found.hasRpms() && ready.test(found)).stream()
                .map(trigger)
                .toList();
    }

    /** All that are in one of these states and wanted; otherwise as {@link #ready}. */
    List<Erratum> since(Instant since, Collection<String> states, Predicate<Erratum> wanted) {
        return numbers(states, since).stream()
                .flatMap(id -> known(id, found -> states.contains(found.state()) && wanted.test(found)).stream())
                .toList();
    }

    /** One that cannot be understood must not keep us from the others, so it is only said. */
    private Optional<Erratum> known(long id, Predicate<Erratum> wanted) {
        try {
            return errata.objectIfAny(Erratum.path(id))
                    .map(found -> Erratum.told(id, found))
                    .filter(wanted);
        } catch (ErrataApi.Strange e) {
            log.warn("An advisory that was changed is left out: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The list has no order of its own; what moves to another page meanwhile comes twice. */
    private SortedSet<Long> numbers(Collection<String> states, Instant since) {
        SortedSet<Long> numbers = new TreeSet<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            List<Told> found = page(XmlRpcCall.advisories(states, since, PER_PAGE, page));
            found.stream()
                    .filter(one -> TYPES.contains(one.get("errata_type").text(Kind.LINE)))
                    .forEach(one -> numbers.add(one.get("errata_id").id()));
            if (found.size() < PER_PAGE) return numbers;
        }
        throw new Refused(
                "errata has more than %d advisories changed since %s".formatted(MOST_PAGES * PER_PAGE, since));
    }

    private List<Told> page(XmlRpcCall call) {
        return new Told(call.method(), errata.called(call)).elements().toList();
    }
}

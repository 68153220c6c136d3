package io.freshmaker.command.adapter.odcs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.ComposeType;
import io.freshmaker.command.outside.Query;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.Compose.State;
import io.freshmaker.command.port.Composes;
import io.freshmaker.command.port.Unavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Composes of ODCS, asked for with the bodies that the original sends (spec §9.3). */
final class OdcsComposes implements Composes {

    private static final String LIST = "composes";
    private static final int PAGE_SIZE = 100;
    /** So many pages of one state nobody has: something is wrong there. */
    private static final int MOST_PAGES = 1_000;
    /** Up to so many are asked for one by one. */
    private static final int FEW = 3;
    /** In the order in which a compose has them, so that one that moves on meanwhile is met later. */
    private static final List<State> NOT_OVER = List.of(State.WAIT, State.GENERATING, State.DONE);

    private final OdcsApi odcs;
    private final OdcsSettings settings;

    OdcsComposes(OdcsApi odcs, OdcsSettings settings) {
        this.odcs = odcs;
        this.settings = settings;
    }

    @Override
    public Duration longestCall() {
        return settings.connectTimeout().plus(settings.readTimeout());
    }

    @Override
    public long request(ComposeRequest wanted) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode source = body.putObject("source").put("source", wanted.source());
        source.put("type", wanted.type().name().toLowerCase(Locale.ROOT));
        put(source, "packages", wanted.packages());
        put(source, "builds", wanted.builds());
        put(source, "sigkeys", sigkeys(wanted));
        put(body, "flags", wanted.flags());
        put(body, "arches", wanted.arches());
        return odcs.create(body).number();
    }

    @Override
    public List<Compose> alike(ComposeRequest wanted) {
        Map<Long, Compose> alike = new TreeMap<>(Comparator.reverseOrder());
        for (State state : NOT_OVER) {
            look(query(wanted, state), MOST_PAGES, one -> {
                if (one.isAlike(wanted, sigkeys(wanted))) alike.put(one.number(), one.compose());
                return true;
            });
        }
        return alike.values().stream()
                .filter(one -> one.state().isPending() || one.state() == State.DONE)
                .toList();
    }

    @Override
    public Map<Long, Compose> find(Collection<Long> numbers) {
        Map<Long, Compose> found = new TreeMap<>();
        TreeSet<Long> missing = new TreeSet<>(numbers);
        if (missing.size() > FEW) findAmongNewest(missing, found);
        for (long number : missing) {
            odcs.one(number).ifPresent(one -> found.put(number, one.compose()));
        }
        return found;
    }

    @Override
    public long renew(long number) {
        return odcs.renew(number).number();
    }

    /** Those that are asked about are mostly among the newest, which are {@value #PAGE_SIZE} a call. */
    private void findAmongNewest(TreeSet<Long> missing, Map<Long, Compose> found) {
        look(Query.of("order_by", "-id"), missing.size(), one -> {
            if (missing.remove(one.number())) found.put(one.number(), one.compose());
            return !missing.isEmpty() && one.number() > missing.first();
        });
    }

    /** Shows what a query finds, page by page, for as long as the looker wants more. */
    private void look(Query query, int mostPages, Predicate<OdcsCompose> more) {
        for (int page = 1; page <= mostPages; page++) {
            JsonNode found = odcs.page(query.and("per_page", PAGE_SIZE).and("page", page));
            for (JsonNode item : found.path("items")) {
                if (!more.test(new OdcsCompose(item, LIST))) return;
            }
            if (found.path("items").isEmpty() || !found.path("meta").hasNonNull("next")) return;
        }
        if (mostPages == MOST_PAGES) throw new Unavailable("odcs has more than %d pages".formatted(MOST_PAGES));
    }

    /** Modules get longer names, and what is made of named builds has no source: these are told apart here. */
    private Query query(ComposeRequest wanted, State state) {
        boolean stays = wanted.type() == ComposeType.PULP || wanted.type() == ComposeType.TAG;
        return Query.of("state", state.ordinal())
                .and("source_type", wanted.type().id())
                .andIfSet("source", stays ? wanted.source() : null)
                .andIfSet("owner", settings.owner())
                .and("order_by", "-id");
    }

    /** Content sets and modules are signed as they are. */
    private List<String> sigkeys(ComposeRequest wanted) {
        boolean chosen = wanted.type() == ComposeType.TAG || wanted.type() == ComposeType.BUILD;
        return chosen ? settings.sigkeys() : List.of();
    }

    private static void put(ObjectNode object, String name, List<String> texts) {
        if (!texts.isEmpty()) texts.forEach(object.withArray(name)::add);
    }
}

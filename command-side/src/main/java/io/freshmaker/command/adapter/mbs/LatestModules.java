package io.freshmaker.command.adapter.mbs;

import io.freshmaker.command.adapter.mbs.Modulemd.Component;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.KnownModule.Requirement;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest version of each stream of each module, in all of its contexts. Not safe for several threads. */
final class LatestModules {

    private static final Logger log = LoggerFactory.getLogger(LatestModules.class);

    private final SortedMap<String, SortedMap<String, Latest>> byNameAndStream = new TreeMap<>();

    /** Takes a ready build into account: it may be new, known, or older than what is known. */
    void add(MbsBuild build) {
        SortedMap<String, Latest> streams = byNameAndStream.computeIfAbsent(build.name(), _ -> new TreeMap<>());
        Latest known = streams.get(build.stream());
        Optional<String> version = build.version();
        int age = known == null ? 1 : number(version).compareTo(number(known.version()));
        if (age < 0) return;
        Latest latest = known == null || age > 0 ? new Latest(version, new HashMap<>()) : known;
        latest.contexts().put(build.context().orElse(""), content(build));
        streams.put(build.stream(), latest);
    }

    /** In the order of name and stream. */
    List<KnownModule> containing(Component component) {
        return where(latest -> latest.contexts().values().stream().anyMatch(one -> one.components.contains(component)));
    }

    /** In the order of name and stream. */
    List<KnownModule> builtWith(Requirement module) {
        return where(latest -> latest.requires().contains(module));
    }

    private List<KnownModule> where(Predicate<Latest> wanted) {
        return byNameAndStream.entrySet().stream()
                .flatMap(name -> name.getValue().entrySet().stream()
                        .filter(stream -> wanted.test(stream.getValue()))
                        .map(stream -> stream.getValue().module(name.getKey(), stream.getKey())))
                .toList();
    }

    /** A build whose metadata nobody can read has nothing in it that we could know: it is left out, and an operator told. */
    private static Content content(MbsBuild build) {
        try {
            Modulemd metadata = Modulemd.parse(build.modulemd().orElse(""));
            Set<Requirement> requires = new LinkedHashSet<>();
            metadata.buildRequires()
                    .forEach(one ->
                            one.requirements(build.builtWith(one.module())).forEach(requires::add));
            return new Content(metadata.components(), requires);
        } catch (IllegalArgumentException e) {
            log.warn("The metadata of build {} of MBS cannot be read: {}", build.id(), e.getMessage());
            return new Content(Set.of(), Set.of());
        }
    }

    /** Versions are numbers of a date and time; what is none is older than any. */
    private static BigInteger number(Optional<String> version) {
        return version.filter(text -> text.matches("[0-9]{1,30}"))
                .map(BigInteger::new)
                .orElse(BigInteger.ONE.negate());
    }

    /** What one context of a module is made of. */
    private record Content(Set<Component> components, Set<Requirement> requires) {}

    private record Latest(Optional<String> version, Map<String, Content> contexts) {

        Set<Requirement> requires() {
            Set<Requirement> all = new LinkedHashSet<>();
            contexts.values().forEach(context -> all.addAll(context.requires()));
            return all;
        }

        KnownModule module(String name, String stream) {
            return new KnownModule(name, stream, version.orElse(null), List.copyOf(requires()));
        }
    }
}

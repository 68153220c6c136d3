package io.freshmaker.command.adapter.mbs;

import io.freshmaker.command.port.KnownModule.Requirement;
import java.io.StringReader;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What the metadata of a module says of its RPMs and of what it is built with. Version 1 gives one stream for each module
 * ({@code buildrequires: {platform: f27}}), version 2 lists of them in alternatives. Read as text: a stream {@code 5.10} is no
 * number. Nothing of it is made an object.
 */
record Modulemd(Set<Component> components, Set<Dependency> buildRequires) {

    /** Where a component names no branch. */
    private static final String DEFAULT_BRANCH = "master";

    private static final int MOST_CHARACTERS = 16 << 20;

    /** An RPM and its branch of dist-git. */
    record Component(String rpm, String branch) {}

    /** Streams may be none, or exclusions such as {@code -f28}: then any other one will do. */
    record Dependency(String module, List<String> streams) {

        /** @param resolved the stream that it was really built with, where that is known */
        Stream<Requirement> requirements(Optional<String> resolved) {
            List<String> named =
                    streams.stream().filter(stream -> !stream.startsWith("-")).toList();
            return (named.isEmpty() ? resolved.stream() : named.stream())
                    .map(stream -> new Requirement(module, stream));
        }
    }

    /** @throws IllegalArgumentException when it is no YAML */
    static Modulemd parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setMaxAliasesForCollections(0);
        try {
            Node data = field(new Yaml(options).compose(new StringReader(text)), "data");
            return new Modulemd(components(data), dependencies(field(data, "dependencies")));
        } catch (MarkedYAMLException e) {
            throw new IllegalArgumentException(oneLine(e.getProblem()), e);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(oneLine(e.getMessage()), e);
        }
    }

    private static String oneLine(@Nullable String text) {
        return String.valueOf(text).replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    private static Set<Component> components(@Nullable Node data) {
        Set<Component> components = new HashSet<>();
        for (NodeTuple rpm : entries(field(field(data, "components"), "rpms"))) {
            String branch = text(field(rpm.getValueNode(), "ref"));
            components.add(new Component(text(rpm.getKeyNode()), branch.isEmpty() ? DEFAULT_BRANCH : branch));
        }
        return components;
    }

    private static Set<Dependency> dependencies(@Nullable Node dependencies) {
        Stream<Node> alternatives = dependencies instanceof SequenceNode several
                ? several.getValue().stream()
                : Stream.ofNullable(dependencies);
        return alternatives
                .flatMap(alternative -> entries(field(alternative, "buildrequires")).stream())
                .map(module -> new Dependency(text(module.getKeyNode()), streams(module.getValueNode())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> streams(Node value) {
        if (value instanceof SequenceNode several) {
            return several.getValue().stream()
                    .map(Modulemd::text)
                    .filter(one -> !one.isEmpty())
                    .toList();
        }
        return Stream.of(text(value)).filter(one -> !one.isEmpty()).toList();
    }

    private static @Nullable Node field(@Nullable Node map, String name) {
        for (NodeTuple entry : entries(map)) {
            if (text(entry.getKeyNode()).equals(name)) return entry.getValueNode();
        }
        return null;
    }

    private static List<NodeTuple> entries(@Nullable Node node) {
        return node instanceof MappingNode map ? map.getValue() : List.of();
    }

    private static String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}

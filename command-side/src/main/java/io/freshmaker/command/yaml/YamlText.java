package io.freshmaker.command.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns the text of a YAML file into entries; builds no objects of it. */
final class YamlText {
    private static final int MOST_CHARACTERS = 256 * 1024 * 1024; // a catalog of 100,000 images has some 50 million

    private YamlText() {}

    static Entry of(Path path) {
        String file = String.valueOf(path.getFileName());
        return parse(file, text(path));
    }

    static Entry parse(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setMaxAliasesForCollections(0); // an alias of an alias of … would take for ever to walk through
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            return new Entry(file, "", node == null ? nothing(file) : node);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            Place place =
                    mark == null ? new Place(file, 1, 1) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
            throw new Mistake(place + ": not YAML: " + Quoted.escaped(e.getProblem()));
        } catch (YAMLException e) {
            throw new Mistake(file + ": not YAML: " + Quoted.escaped(String.valueOf(e.getMessage())));
        }
    }

    private static Node nothing(String file) {
        Mark start = new Mark(file, 0, 0, 0, new int[0], 0);
        return new MappingNode(Tag.MAP, true, List.of(), start, start, FlowStyle.BLOCK);
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new Mistake("There is no file " + path);
        } catch (CharacterCodingException e) {
            throw new Mistake(path + " is not UTF-8");
        } catch (IOException e) {
            throw new Mistake(path + " cannot be read: " + e);
        }
    }
}

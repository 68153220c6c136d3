package io.freshmaker.command.adapter.pyxis;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.metadata.ImageReader;
import io.freshmaker.command.metadata.ToldImage;
import io.freshmaker.command.port.ImageListings;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.ListedRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Pyxis lists, asked each time (spec §10.7): who has just corrected it wants to see that. */
record PyxisListings(GraphQl pyxis, int pageSize) implements ImageListings {

    @Override
    public String system() {
        return "Pyxis";
    }

    @Override
    public List<ImageRecord> images(Nvr nvr) {
        return images(Question.listedImage(nvr.value()));
    }

    @Override
    public Optional<ListedRepository> repository(String registry, String name) {
        Question question = Question.repository(registry, name);
        return pyxis.one(question).map(told -> listed(question, told));
    }

    @Override
    public List<ListedRepository> repositories(String name) {
        Question question = Question.repositories(Filter.is("repository", name));
        return pyxis.all(question, pageSize).stream()
                .map(told -> listed(question, told))
                .toList();
    }

    @Override
    public List<ImageRecord> tagged(ImageRepository repository) {
        List<Map<String, Object>> placed = new ArrayList<>();
        if (repository.published()) placed.add(Filter.is("published", true));
        placed.add(Filter.is("repository", repository.name()));
        placed.add(Filter.anyOf("tags", List.of(Filter.in("name", repository.autoRebuildTags()))));
        return images(Question.listedImages(Filter.anyOf("repositories", placed)));
    }

    private List<ImageRecord> images(Question question) {
        PyxisImages reader = new PyxisImages(question.field());
        return pyxis.all(question, pageSize).stream()
                .flatMap(image -> reader.readWithout(image).stream())
                .map(ToldImage::record)
                .toList();
    }

    private static ListedRepository listed(Question question, JsonNode told) {
        return new ImageReader(GraphQl.SYSTEM, question.field()).listed(told);
    }
}

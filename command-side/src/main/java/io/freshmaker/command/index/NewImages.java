package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltContent;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Rpm;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the index learn of an image right after its build, from whoever knows it by then: systems that list images do so days later. */
@Component
public class NewImages {

    private static final Logger log = LoggerFactory.getLogger(NewImages.class);

    private final ImageIndex index;
    private final ObjectProvider<BuiltImageSource> builds;
    private final ObjectProvider<BuiltContent> contents;
    private final ObjectProvider<ImageMetadata> images;

    NewImages(
            ImageIndex index,
            ObjectProvider<BuiltImageSource> builds,
            ObjectProvider<BuiltContent> contents,
            ObjectProvider<ImageMetadata> images) {
        this.index = index;
        this.builds = builds;
        this.contents = contents;
        this.images = images;
    }

    /** Whether there is a system that knows images; without one the index is of no use. */
    public boolean canBeAsked() {
        return images.getIfAvailable() != null;
    }

    /** May be done again; throws {@link io.freshmaker.command.port.Unavailable} when there is more to learn later. */
    public void learn(Nvr image) {
        index.learnName(image); // whatever happens to the rest
        ask(builds, known -> index.learnBuilt(known.built(List.of(image)).values()));
        ask(contents, known -> {
            Map<String, List<Rpm>> rpms = known.rpmsOf(image);
            if (!rpms.isEmpty()) index.learnContent(image, rpms);
        });
        ask(images, known -> known.withNvrs(List.of(image))); // it learns by itself
    }

    /** Who is not set up, or not there, has nothing to tell. */
    private static <T> void ask(ObjectProvider<T> system, Consumer<T> question) {
        try {
            system.ifAvailable(question);
        } catch (Refused e) {
            log.debug("Nothing is learned from who refuses: {}", e.getMessage());
        }
    }
}

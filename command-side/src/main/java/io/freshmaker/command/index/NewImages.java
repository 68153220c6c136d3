package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltContent;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageMetadata;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the index learn of an image right after its build, from whoever knows it by then: systems that list images do so days later. */
@Component
public class NewImages {

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

    /** Whether anybody can be asked. */
    public boolean canBeAsked() {
        return builds.getIfAvailable() != null || contents.getIfAvailable() != null || images.getIfAvailable() != null;
    }

    /** May be done again; throws {@link io.freshmaker.command.port.Unavailable} when there is more to learn later. */
    public void learn(Nvr image) {
        index.learnName(image); // whatever happens to the rest
        Optional.ofNullable(builds.getIfAvailable())
                .ifPresent(known -> index.learnBuilt(known.built(List.of(image)).values()));
        Optional.ofNullable(contents.getIfAvailable())
                .map(known -> known.rpmsOf(image))
                .filter(rpms -> !rpms.isEmpty())
                .ifPresent(rpms -> index.learnContent(image, rpms));
        Optional.ofNullable(images.getIfAvailable()).ifPresent(known -> known.withNvrs(List.of(image))); // it learns
    }
}

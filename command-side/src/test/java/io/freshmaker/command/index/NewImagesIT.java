package io.freshmaker.command.index;

import static io.freshmaker.command.index.IndexedImages.nvr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltContent;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.Unavailable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class NewImagesIT {

    private static final Nvr APP = nvr("app-1-1.1572631468");
    private static final List<Nvr> PARENTS = List.of(nvr("base-1-2"), nvr("builder-1-1"));

    private final IndexForTests house = new IndexForTests();
    private final AskedImages asked = new AskedImages();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_image_is_found_right_after_its_build_by_what_it_contains_and_is_built_from() {
        learn();

        assertThat(house.index.containing("tls", null, 10).answer()).containsExactly(APP);
        assertThat(house.index.childrenOf(nvr("builder-1-1")).answer()).containsExactly(APP);
        assertThat(house.index.parentsOf(APP).answer()).isEqualTo(PARENTS);
        assertThat(house.index.wholeWithNvrs(List.of(APP)).answer()).isEmpty(); // where it will lie nobody knows yet
    }

    @Test
    void what_the_build_system_knows_is_learned_even_while_the_other_is_away() {
        asked.away = true;

        assertThatThrownBy(this::learn).isInstanceOf(Unavailable.class); // so it is tried again

        assertThat(house.index.containing("tls", null, 10).answer()).containsExactly(APP);
    }

    @Test
    void who_refuses_keeps_nobody_from_telling() {
        asked.refused.add(APP);

        learn();

        assertThat(house.index.containing("tls", null, 10).answer()).containsExactly(APP);
    }

    @Test
    void nobody_is_asked_where_there_is_nobody() {
        NewImages nobody = new NewImages(
                house.index,
                provided(BuiltImageSource.class, null),
                provided(BuiltContent.class, null),
                provided(ImageMetadata.class, null));

        assertThat(nobody.canBeAsked()).isFalse();
        nobody.learn(APP);
        assertThat(house.index.withNvrs(List.of(APP)).answer()).isEmpty();
    }

    private void learn() {
        BuiltImage built = new BuiltImage(
                APP,
                new Source("container/app", "main", null, "target"),
                PARENTS,
                false,
                List.of("s390x", "x86_64"),
                List.of(),
                false,
                null);
        BuiltContent content = _ -> IndexedImages.rpms("tls-1-2");
        BuiltImageSource builds = _ -> Map.of(APP, built);
        NewImages images = new NewImages(
                house.index,
                provided(BuiltImageSource.class, builds),
                provided(BuiltContent.class, content),
                provided(ImageMetadata.class, house.before(asked, AnswersWhenAway.NOTHING)));
        assertThat(images.canBeAsked()).isTrue();
        images.learn(APP);
    }

    private static <T> ObjectProvider<T> provided(Class<T> type, @Nullable T bean) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (bean != null) beans.addBean("it", bean);
        return beans.getBeanProvider(type);
    }
}

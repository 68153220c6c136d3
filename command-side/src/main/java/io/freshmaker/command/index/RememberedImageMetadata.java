package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Unavailable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Learns from every answer of the system that knows images. While that is away it answers from what was learned, as far as the
 * settings allow: images then say as of when ({@link ImageRecord#asOf()}).
 */
public final class RememberedImageMetadata implements ImageMetadata {

    private static final Logger log = LoggerFactory.getLogger(RememberedImageMetadata.class);

    private final ImageMetadata asked;
    private final ImageIndex index;
    private final ImageSource source;
    private final AnswersWhenAway allowed;
    private final Lately lately;

    RememberedImageMetadata(
            ImageMetadata asked, ImageIndex index, ImageSource source, AnswersWhenAway allowed, Lately lately) {
        this.asked = asked;
        this.index = index;
        this.source = source;
        this.allowed = allowed;
        this.lately = lately;
    }

    @Override
    public List<ImageRepository> repositories(boolean publishedOnly) {
        return ask(
                () -> asked.repositories(publishedOnly),
                all -> index.learn(publishedOnly, all),
                AnswersWhenAway.EVERYTHING,
                () -> index.repositories(publishedOnly));
    }

    @Override
    public List<ImageRecord> tagged(
            Collection<ImageRepository> repositories,
            boolean publishedOnly,
            Set<String> contentSets,
            Set<String> rpmNames) {
        return ask(
                () -> asked.tagged(repositories, publishedOnly, contentSets, rpmNames),
                this::learnPartOf,
                AnswersWhenAway.EVERYTHING,
                () -> Optional.of(index.tagged(repositories, publishedOnly, contentSets, rpmNames)));
    }

    @Override
    public List<ImageRecord> withNvrs(Collection<Nvr> nvrs) {
        return ask(() -> asked.withNvrs(nvrs), this::learn, AnswersWhenAway.KNOWN_IMAGES, () -> allKnownAmong(nvrs));
    }

    @Override
    public List<ImageRecord> releasesOf(String name, String version) {
        return ask(
                () -> asked.releasesOf(name, version),
                this::learnPartOf,
                AnswersWhenAway.EVERYTHING,
                () -> Optional.of(index.releasesOf(name, version)));
    }

    private void learn(List<ImageRecord> images) {
        List<ImageRecord> news = lately.newsAmong(images, true);
        index.learn(news);
        lately.learned(news, true);
    }

    private void learnPartOf(List<ImageRecord> images) {
        List<ImageRecord> news = lately.newsAmong(images, false);
        index.learnPartOf(news);
        lately.learned(news, false);
    }

    /** None if one of them is not known as a whole: it might be missed. */
    private Optional<Aged<List<ImageRecord>>> allKnownAmong(Collection<Nvr> nvrs) {
        Aged<List<ImageRecord>> known = index.wholeWithNvrs(nvrs);
        boolean all = known.answer().size() == nvrs.stream().distinct().count();
        return all ? Optional.of(known) : Optional.empty();
    }

    /** @param needed what must be allowed to be answered from the index for this to be */
    private <T> List<T> ask(
            Supplier<List<T>> question,
            Consumer<List<T>> lesson,
            AnswersWhenAway needed,
            Supplier<Optional<Aged<List<T>>>> remembered) {
        List<T> answer;
        try {
            answer = question.get();
        } catch (Unavailable e) {
            note(() -> source.failed(e));
            if (!allowed.allows(needed)) throw e;
            return remembered.get().map(this::told).orElseThrow(() -> e);
        }
        note(() -> {
            source.answered();
            lesson.accept(answer);
        });
        return answer;
    }

    private <T> List<T> told(Aged<List<T>> known) {
        log.warn("{} is away; the index answers as of {}", source.name(), known.asOf());
        return known.answer();
    }

    /** What cannot be learned now holds up no plan: it is learned next time. */
    private static void note(Runnable note) {
        try {
            note.run();
        } catch (DataAccessException e) {
            log.warn("What was said about images could not be learned: {}", e.toString());
        }
    }
}

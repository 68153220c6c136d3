package io.freshmaker.query.web;

import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/** The keys by which a list can be ordered, each with its property; {@code -} before a key turns it round (spec §10.3). */
public record OrderBy(SequencedMap<String, String> keys) {

    private static final String USUAL = "-id";

    public Sort sort(@Nullable String wanted) {
        String text = wanted == null ? USUAL : wanted;
        boolean descending = text.startsWith("-");
        String property = keys.get(descending ? text.substring(1) : text);
        if (property == null) throw ApiError.badRequest(unknown());
        Sort order = Sort.by(descending ? Sort.Direction.DESC : Sort.Direction.ASC, property);
        return property.equals("number") ? order : order.and(Sort.by(Sort.Direction.DESC, "number"));
    }

    private String unknown() {
        String all = keys.sequencedKeySet().stream().collect(Collectors.joining("', '", "['", "']"));
        return "An invalid order_by key was suplied, allowed keys are: " + all; // the original's spelling
    }
}

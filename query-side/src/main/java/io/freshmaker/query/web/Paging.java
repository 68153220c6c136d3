package io.freshmaker.query.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted. As in the original, what is no number counts as not given, and pages before the first are the
 * first; the page size is capped at {@value #MOST} (contract §4).
 */
public record Paging(int page, int perPage, String self, Map<String, String[]> arguments) {

    private static final int MOST = 1_000;
    private static final int USUAL = 10;
    private static final int OF_NEGATIVE = 20;
    private static final Set<String> OWN = Set.of("page", "per_page");

    public static Paging of(HttpServletRequest request) {
        int perPage = number(request.getParameter("per_page"), USUAL);
        return new Paging(
                Math.max(1, number(request.getParameter("page"), 1)),
                perPage < 0 ? OF_NEGATIVE : Math.min(perPage, MOST),
                Links.self(request),
                request.getParameterMap());
    }

    /** Whether a list of that length has anything on this page. */
    public boolean reaches(long total) {
        return perPage > 0 && offset() < total;
    }

    /** How many rows are on the pages before. */
    public long offset() {
        return (page - 1L) * perPage;
    }

    PageMeta meta(long total) {
        int pages = perPage == 0 ? 0 : (int) ((total + perPage - 1) / perPage);
        return new PageMeta(
                page,
                pages,
                perPage,
                page > 1 ? link(page - 1) : null,
                page < pages ? link(page + 1) : null,
                total,
                link(1),
                link(pages));
    }

    private String link(int number) {
        StringBuilder link = new StringBuilder(self + "?page=" + number + "&per_page=" + perPage);
        arguments.forEach((name, values) -> {
            if (OWN.contains(name)) return;
            for (String value : values)
                link.append('&').append(encoded(name)).append('=').append(encoded(value));
        });
        return link.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static int number(@Nullable String text, int otherwise) {
        if (text == null) return otherwise;
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}

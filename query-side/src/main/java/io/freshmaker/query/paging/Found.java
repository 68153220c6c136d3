package io.freshmaker.query.paging;

import java.util.List;

/** The JSON of the rows of one page, and how many rows there are on all. */
public record Found(List<String> page, long total) {}

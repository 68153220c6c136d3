package io.freshmaker.query.image;

import java.util.List;

/** An image in a repository. */
record ImagePlacement(String registry, String repository, boolean published, List<String> tags) {}

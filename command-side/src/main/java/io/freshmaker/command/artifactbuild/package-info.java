/** The ArtifactBuild aggregate: decides what happens to one rebuild of one artifact. */
@NullMarked
package io.freshmaker.command.artifactbuild;

import org.jspecify.annotations.NullMarked;

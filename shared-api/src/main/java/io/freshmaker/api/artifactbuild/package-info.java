/** Commands to the ArtifactBuild aggregate, its states and the domain events it emits. */
@NullMarked
package io.freshmaker.api.artifactbuild;

import org.jspecify.annotations.NullMarked;

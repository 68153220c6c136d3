/** Says whether an image, or the images of a repository, are set up so that they are rebuilt (spec §10.7, decision 0032). */
@NullMarked
package io.freshmaker.command.verify;

import org.jspecify.annotations.NullMarked;

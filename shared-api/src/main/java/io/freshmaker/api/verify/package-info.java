/** Whether an image, or the images of a repository, are set up so that they are rebuilt (spec §10.7). */
@NullMarked
package io.freshmaker.api.verify;

import org.jspecify.annotations.NullMarked;

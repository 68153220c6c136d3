/** Tells people whether images are set up so that they are rebuilt. */
@NullMarked
package io.freshmaker.query.verify;

import org.jspecify.annotations.NullMarked;

/** Tests of what people read in the index of images. */
@NullMarked
package io.freshmaker.query.image;

import org.jspecify.annotations.NullMarked;

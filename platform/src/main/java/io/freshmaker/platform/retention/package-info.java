/** Removes what has been kept long enough. Facts are never removed. */
@NullMarked
package io.freshmaker.platform.retention;

import org.jspecify.annotations.NullMarked;

/** Placeholder. */
@NullMarked
package io.freshmaker.platform;

import org.jspecify.annotations.NullMarked;

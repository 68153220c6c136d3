/** How long to wait before something that failed is tried again. */
@NullMarked
package io.freshmaker.platform.pause;

import org.jspecify.annotations.NullMarked;

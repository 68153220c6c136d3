/** Reasons that people typed, kept beside the facts. */
@NullMarked
package io.freshmaker.platform.reason;

import org.jspecify.annotations.NullMarked;

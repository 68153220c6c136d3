/** How far the projections have come, and waiting for them. */
@NullMarked
package io.freshmaker.query.progress;

import org.jspecify.annotations.NullMarked;

/** Our answers beside those that were recorded from the original. */
@NullMarked
package io.freshmaker.query.recorded;

import org.jspecify.annotations.NullMarked;

/** Everything in one process, opened and closed in order. */
@NullMarked
package io.freshmaker.standalone.house;

import org.jspecify.annotations.NullMarked;

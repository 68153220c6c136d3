/** Shares the segments of the processors fairly among the processes that know them. */
@NullMarked
package io.freshmaker.platform.balance;

import org.jspecify.annotations.NullMarked;

/** Regular looks at systems outside, each made by one process at a time. */
@NullMarked
package io.freshmaker.command.watch;

import org.jspecify.annotations.NullMarked;

/** Tests of regular looks. */
@NullMarked
package io.freshmaker.command.watch;

import org.jspecify.annotations.NullMarked;

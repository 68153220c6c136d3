/** Tests of lightblue, and one in memory. */
@NullMarked
package io.freshmaker.command.adapter.lightblue;

import org.jspecify.annotations.NullMarked;

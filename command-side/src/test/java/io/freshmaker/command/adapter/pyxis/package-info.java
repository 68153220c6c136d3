/** Tests of pyxis, and one in memory. */
@NullMarked
package io.freshmaker.command.adapter.pyxis;

import org.jspecify.annotations.NullMarked;

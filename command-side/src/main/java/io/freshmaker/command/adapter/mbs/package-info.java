/** Has modules built by the Module Build Service (MBS), and asks it which modules there are. */
@NullMarked
package io.freshmaker.command.adapter.mbs;

import org.jspecify.annotations.NullMarked;

/** Tests against a stub with invented answers in the form of Bodhi's. */
@NullMarked
package io.freshmaker.command.adapter.bodhi;

import org.jspecify.annotations.NullMarked;

/** What systems that know images by their metadata have in common: how their records are read, merged, searched and remembered. */
@NullMarked
package io.freshmaker.command.metadata;

import org.jspecify.annotations.NullMarked;

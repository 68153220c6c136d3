/** Refuses settings {@code freshmaker.…} that do not exist. */
@NullMarked
package io.freshmaker.platform.settings;

import org.jspecify.annotations.NullMarked;

/** Koji: builds images, and knows builds, their RPMs and their tags (spec §9.2). */
@NullMarked
package io.freshmaker.command.adapter.koji;

import org.jspecify.annotations.NullMarked;

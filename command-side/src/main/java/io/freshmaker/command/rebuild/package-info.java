/** The sagas that start builds in their order and end Events. */
@NullMarked
package io.freshmaker.command.rebuild;

import org.jspecify.annotations.NullMarked;

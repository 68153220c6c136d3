/** Bodhi, which releases updates: single ones, and those that went stable. */
@NullMarked
package io.freshmaker.command.adapter.bodhi;

import org.jspecify.annotations.NullMarked;

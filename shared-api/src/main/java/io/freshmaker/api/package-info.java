/** What every room speaks: commands, domain events, values, triggers, plans, reasons. */
@NullMarked
package io.freshmaker.api;

import org.jspecify.annotations.NullMarked;

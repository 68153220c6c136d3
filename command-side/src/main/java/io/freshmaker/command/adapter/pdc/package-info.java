/** Asks the Product Definition Center (PDC) which modules and containers there are, and what they contain. */
@NullMarked
package io.freshmaker.command.adapter.pdc;

import org.jspecify.annotations.NullMarked;

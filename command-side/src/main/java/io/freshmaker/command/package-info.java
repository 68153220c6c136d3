/** The side that decides: aggregates, sagas, policies, handlers, and the ports to the systems outside. */
@NullMarked
package io.freshmaker.command;

import org.jspecify.annotations.NullMarked;

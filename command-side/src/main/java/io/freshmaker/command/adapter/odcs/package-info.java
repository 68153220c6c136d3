/** ODCS, which makes repositories of packages (spec §9.3, docs/systems/odcs.md). */
@NullMarked
package io.freshmaker.command.adapter.odcs;

import org.jspecify.annotations.NullMarked;

/** Pulp 2, which knows in which content sets its repositories are. */
@NullMarked
package io.freshmaker.command.adapter.pulp;

import org.jspecify.annotations.NullMarked;

/** The build system and the composes of a dry run: everything is planned and told, nothing is built. */
@NullMarked
package io.freshmaker.command.adapter.dryrun;

import org.jspecify.annotations.NullMarked;

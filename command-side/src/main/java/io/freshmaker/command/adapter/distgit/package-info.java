/** The git repositories of sources, spoken to by JGit: heads, bumps, files of commits, and what was pushed. */
@NullMarked
package io.freshmaker.command.adapter.distgit;

import org.jspecify.annotations.NullMarked;

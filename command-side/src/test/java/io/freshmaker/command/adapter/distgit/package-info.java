/** Tests against real repositories in a folder, over files, ssh, http and git's own protocol. */
@NullMarked
package io.freshmaker.command.adapter.distgit;

import org.jspecify.annotations.NullMarked;

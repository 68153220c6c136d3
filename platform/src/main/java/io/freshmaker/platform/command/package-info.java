/** Sends commands so that they neither join the sender's transaction nor wait for ever. */
@NullMarked
package io.freshmaker.platform.command;

import org.jspecify.annotations.NullMarked;

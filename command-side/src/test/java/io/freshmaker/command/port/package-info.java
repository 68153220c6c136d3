/** What every adapter of a port, and its fake, must do. */
@NullMarked
package io.freshmaker.command.port;

import org.jspecify.annotations.NullMarked;

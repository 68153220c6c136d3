/** What the command side asks of the systems outside, in our language; each says how it fails. */
@NullMarked
package io.freshmaker.command.port;

import org.jspecify.annotations.NullMarked;

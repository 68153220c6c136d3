/** What every request passes before it reaches a handler. */
@NullMarked
package io.freshmaker.query.gate;

import org.jspecify.annotations.NullMarked;

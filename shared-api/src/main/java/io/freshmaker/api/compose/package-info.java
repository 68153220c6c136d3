/** Commands to the RequestedCompose aggregate, and the domain events it emits. */
@NullMarked
package io.freshmaker.api.compose;

import org.jspecify.annotations.NullMarked;

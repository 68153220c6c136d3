/** Composes that builds wait for: whose they are, how far they are, and until when they are waited for. */
@NullMarked
package io.freshmaker.query.compose;

import org.jspecify.annotations.NullMarked;

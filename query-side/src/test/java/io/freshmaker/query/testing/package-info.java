/** A running query side for the tests, with facts to feed it and a client to ask it. */
@NullMarked
package io.freshmaker.query.testing;

import org.jspecify.annotations.NullMarked;

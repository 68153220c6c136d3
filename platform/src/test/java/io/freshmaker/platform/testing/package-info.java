/** What the tests of every room share. */
@NullMarked
package io.freshmaker.platform.testing;

import org.jspecify.annotations.NullMarked;

/** Tests of what systems that know images have in common, and such a system's JSON for tests. */
@NullMarked
package io.freshmaker.command.metadata;

import org.jspecify.annotations.NullMarked;

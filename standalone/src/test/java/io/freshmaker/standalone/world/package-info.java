/** What the tests of the whole house share: made-up worlds to rebuild, witnesses of what happened, and what must hold of it. */
@NullMarked
package io.freshmaker.standalone.world;

import org.jspecify.annotations.NullMarked;

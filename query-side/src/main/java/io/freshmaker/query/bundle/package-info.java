/** What the build system asks about bundles while it builds them. */
@NullMarked
package io.freshmaker.query.bundle;

import org.jspecify.annotations.NullMarked;

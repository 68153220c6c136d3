/** Events as rows, and the original's resource of them. */
@NullMarked
package io.freshmaker.query.event;

import org.jspecify.annotations.NullMarked;

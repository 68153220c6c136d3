/** The read models as a whole: what is projected is what the facts say. */
@NullMarked
package io.freshmaker.query.projection;

import org.jspecify.annotations.NullMarked;

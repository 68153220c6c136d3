/** What is running here. */
@NullMarked
package io.freshmaker.query.about;

import org.jspecify.annotations.NullMarked;

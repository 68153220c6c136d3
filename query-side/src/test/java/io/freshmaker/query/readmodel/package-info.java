/** Tests of what read models have in common. */
@NullMarked
package io.freshmaker.query.readmodel;

import org.jspecify.annotations.NullMarked;

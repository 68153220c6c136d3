/** Events that led to each other, each by a build of the one before: one tree. */
@NullMarked
package io.freshmaker.query.chain;

import org.jspecify.annotations.NullMarked;

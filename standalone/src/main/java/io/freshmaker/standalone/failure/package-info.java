/** What stops a start, said in one sentence. */
@NullMarked
package io.freshmaker.standalone.failure;

import org.jspecify.annotations.NullMarked;

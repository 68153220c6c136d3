/** What is left out of the log, because it is said elsewhere. */
@NullMarked
package io.freshmaker.standalone.log;

import org.jspecify.annotations.NullMarked;

/** Wake-up between processes: who waits for something that another process stores is told, and need not only look now and then. */
@NullMarked
package io.freshmaker.platform.wake;

import org.jspecify.annotations.NullMarked;

/** Commands between processes: who handles them, how they get there, and when this process may say that it is ready. */
@NullMarked
package io.freshmaker.platform.routing;

import org.jspecify.annotations.NullMarked;

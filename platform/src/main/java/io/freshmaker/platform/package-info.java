/** What every service sets up alike; knows nothing of the domain. */
@NullMarked
package io.freshmaker.platform;

import org.jspecify.annotations.NullMarked;

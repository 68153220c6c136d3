/** What an incoming bus message means. */
@NullMarked
package io.freshmaker.api.trigger;

import org.jspecify.annotations.NullMarked;

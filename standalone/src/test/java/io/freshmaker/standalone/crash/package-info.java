/** Lets the whole house die at named steps, in process, and live again. */
@NullMarked
package io.freshmaker.standalone.crash;

import org.jspecify.annotations.NullMarked;

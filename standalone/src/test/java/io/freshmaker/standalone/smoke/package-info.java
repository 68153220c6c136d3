/** The program as people start it: the launcher, real messages, kill -9, README's commands. Run by {@code .ci/run}. */
@NullMarked
package io.freshmaker.standalone.smoke;

import org.jspecify.annotations.NullMarked;

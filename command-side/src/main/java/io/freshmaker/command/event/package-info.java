/** The Event aggregate: decides what happens to one case of "something changed, rebuild". */
@NullMarked
package io.freshmaker.command.event;

import org.jspecify.annotations.NullMarked;

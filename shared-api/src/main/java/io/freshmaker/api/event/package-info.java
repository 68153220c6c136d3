/** Commands to the Event aggregate, its states and the domain events it emits. */
@NullMarked
package io.freshmaker.api.event;

import org.jspecify.annotations.NullMarked;

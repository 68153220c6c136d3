/** Reactions to facts: each stores a job, and the job asks or tells a system outside. */
@NullMarked
package io.freshmaker.command.policy;

import org.jspecify.annotations.NullMarked;

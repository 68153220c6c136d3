/** Tests against an Errata Tool and a Jira in memory, with invented answers in the form of theirs. */
@NullMarked
package io.freshmaker.command.adapter.errata;

import org.jspecify.annotations.NullMarked;

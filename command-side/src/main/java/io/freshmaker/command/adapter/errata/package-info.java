/** The Errata Tool, which knows advisories, and the Jira that tells how urgent the issues are that they fix. */
@NullMarked
package io.freshmaker.command.adapter.errata;

import org.jspecify.annotations.NullMarked;

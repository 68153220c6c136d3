/** Tests against a stub with invented answers in the form of Pulp's. */
@NullMarked
package io.freshmaker.command.adapter.pulp;

import org.jspecify.annotations.NullMarked;

/** What was submitted to build systems that are followed, and who has one of their places. */
@NullMarked
package io.freshmaker.command.submission;

import org.jspecify.annotations.NullMarked;

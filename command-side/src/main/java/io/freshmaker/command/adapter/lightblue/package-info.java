/** Lightblue, which knew the images of the first era (spec §9.6, docs/systems/lightblue.md). */
@NullMarked
package io.freshmaker.command.adapter.lightblue;

import org.jspecify.annotations.NullMarked;

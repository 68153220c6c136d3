/** Pyxis, which knows today's images by GraphQL and REST (spec §9.4, docs/systems/pyxis.md). */
@NullMarked
package io.freshmaker.command.adapter.pyxis;

import org.jspecify.annotations.NullMarked;

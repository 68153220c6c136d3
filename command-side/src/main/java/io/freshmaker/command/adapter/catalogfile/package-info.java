/** The catalog in a YAML file: which artifact contains what. */
@NullMarked
package io.freshmaker.command.adapter.catalogfile;

import org.jspecify.annotations.NullMarked;

/** Databases that earlier versions left: how a dump is made, and that this version opens each of them and goes on. */
@NullMarked
package io.freshmaker.standalone.upgrade;

import org.jspecify.annotations.NullMarked;

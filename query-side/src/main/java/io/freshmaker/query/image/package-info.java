/** What the own index knows of images: which contain a package, what they are built from, and how old that knowledge is. */
@NullMarked
package io.freshmaker.query.image;

import org.jspecify.annotations.NullMarked;

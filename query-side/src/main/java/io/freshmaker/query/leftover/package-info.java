/** Raw messages, and what is left over of them and of our own work: to be seen, tried again and dropped. */
@NullMarked
package io.freshmaker.query.leftover;

import org.jspecify.annotations.NullMarked;

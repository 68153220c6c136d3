/** What each Event planned and declined, and the graph that is made of it. */
@NullMarked
package io.freshmaker.query.plan;

import org.jspecify.annotations.NullMarked;

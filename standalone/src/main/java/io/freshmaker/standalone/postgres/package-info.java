/** PostgreSQL in the data folder: started, watched, started again, stopped. */
@NullMarked
package io.freshmaker.standalone.postgres;

import org.jspecify.annotations.NullMarked;

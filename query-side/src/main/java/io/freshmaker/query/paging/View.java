package io.freshmaker.query.paging;

/**
 * A table of rows with {@code number} and {@code json}, and the tally of how many there are of each kind in each block of numbers.
 *
 * @param count the tally's column with how many
 */
public record View(String table, String tally, String count) {

    /** So many numbers are a block, as the migration that made the tallies says. */
    static final int BLOCK = 10_000;
}

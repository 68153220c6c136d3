package io.freshmaker.command.handler.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.value.RpmSortKey;
import io.freshmaker.command.image.RpmVersions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The keys that the database sorts by say the same as the comparison itself. */
class RpmSortKeyTest {

    private static final String PIECES = "0019abzAZ~^..__+";
    private static final int PAIRS = 50_000;
    private static final long SEED = 20_261_126;

    @Test
    void keys_sort_as_rpm_compares() {
        Random random = new Random(SEED);
        for (int i = 0; i < PAIRS; i++) {
            Nvr one = build(random);
            Nvr other = build(random);

            assertThat(Integer.signum(Arrays.compareUnsigned(RpmSortKey.of(one), RpmSortKey.of(other))))
                    .as("seed %d: %s and %s", SEED, one, other)
                    .isEqualTo(RpmVersions.isOlder(one, other) ? -1 : RpmVersions.isOlder(other, one) ? 1 : 0);
        }
    }

    private static Nvr build(Random random) {
        return new Nvr("tls-" + text(random) + "-" + text(random));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("1");
        for (int i = random.nextInt(5); i > 0; i--) text.append(PIECES.charAt(random.nextInt(PIECES.length())));
        return text.toString();
    }
}

package io.freshmaker.command.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.outside.Exchange.Half;
import java.io.Closeable;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every call of an adapter under every fault of its peer. All cells are begun at once, as most of them wait for a peer that says
 * nothing.
 *
 * @param <W> a system in memory, new for each cell
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FaultMatrix<W extends Closeable> {

    /** A machine with few cores answers too late when it has more to do. */
    private static final Semaphore PLACES = new Semaphore(40);

    /** As settings and messages call it. */
    protected abstract String system();

    protected abstract W world() throws Exception;

    /** Where the world's system listens. */
    protected abstract URI address(W world);

    protected abstract List<Row<W>> rows();

    /** What the rows call this request. */
    protected abstract Set<String> callsIn(Half request);

    /** What messages call what a row is about. */
    protected String shown(Row<W> row) {
        return row.call();
    }

    /** Every place of production code that makes a call, as rows name theirs. */
    protected abstract Set<String> sites() throws Exception;

    /** So many read time-outs one attempt may take. */
    protected int patience() {
        return 1;
    }

    /** What must be in no text. */
    protected abstract List<String> secrets();

    /** Those of the system itself, besides {@link Faults#ALL}. */
    protected List<Fault> ownFaults() {
        return List.of();
    }

    List<Cell<W>> cells() {
        List<Cell<W>> cells = new ArrayList<>();
        for (Row<W> row : rows()) {
            int before = before(row);
            Set<Fault> faults = new LinkedHashSet<>(Faults.ALL);
            faults.addAll(ownFaults());
            faults.addAll(row.exceptions().keySet());
            faults.forEach(fault -> cells.add(new Cell<>(this, row, fault, before)));
        }
        cells.forEach(cell -> cell.begin(PLACES));
        return cells;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void a_fault_of_the_peer_ends_as_documented_soon_and_without_a_secret(Cell<W> cell) throws Exception {
        cell.check();
    }

    @Test
    void every_call_has_a_row() throws Exception {
        Set<String> calls = rows().stream().map(Row::call).collect(Collectors.toCollection(TreeSet::new));
        Set<String> heard = new TreeSet<>();
        for (Row<W> row : rows()) walk(row).forEach(request -> heard.addAll(callsIn(request)));

        assertThat(calls).as("calls that are made").isEqualTo(heard);
        assertThat(rows().stream().map(Row::site).collect(Collectors.toSet()))
                .as("calls in production code")
                .isEqualTo(sites());
    }

    /** How many requests come before the row's own. */
    private int before(Row<W> row) {
        List<Half> heard = walk(row);
        int skipped = 0;
        for (int i = 0; i < heard.size(); i++) {
            if (callsIn(heard.get(i)).contains(row.call()) && skipped++ == row.skipped()) return i;
        }
        throw new AssertionError("%s is not called, but %s".formatted(row, heard));
    }

    /** What is asked when nothing is wrong. */
    private List<Half> walk(Row<W> row) {
        try (W world = world();
                FaultyLine line = new FaultyLine(address(world), _ -> false, 0, null)) {
            row.making().make(world, line.url(), Systems.PATIENT);
            return List.copyOf(line.heard());
        } catch (Exception e) {
            throw new AssertionError("%s does not go well without a fault".formatted(row), e);
        }
    }
}

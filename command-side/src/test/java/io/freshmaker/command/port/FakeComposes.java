package io.freshmaker.command.port;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.command.port.Compose.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** ODCS in memory: a compose is done, fails or goes when the test says so. */
public final class FakeComposes implements Composes {

    /** Everything that it was asked to make, whether or not its answer arrived. */
    public final List<ComposeRequest> requests = new ArrayList<>();

    /** The numbers of those that it was asked to make again. */
    public final List<Long> renewals = new ArrayList<>();

    /** How often it was asked how composes stand. */
    public int looks;

    /** It does what it is asked for, and its answer gets lost. */
    public boolean losesAnswers;

    public boolean away;

    /** What happens once, before whoever asks which are alike hears the answer. */
    public Runnable beforeNextAnswer = () -> {};

    /** Why it makes none; null: it makes them. */
    public @Nullable String refusal;

    private final Map<Long, ComposeRequest> wishes = new TreeMap<>();
    private final Map<Long, Compose> composes = new TreeMap<>(Comparator.reverseOrder());

    @Override
    public synchronized long request(ComposeRequest wanted) {
        checkThere();
        if (refusal != null) throw new Refused(refusal);
        requests.add(wanted);
        return answer(made(wanted, wanted.source()));
    }

    @Override
    public synchronized List<Compose> alike(ComposeRequest wanted) {
        checkThere();
        List<Compose> alike = composes.values().stream()
                .filter(one -> wanted.equals(wishes.get(one.number())))
                .filter(one -> one.state().isPending() || one.state() == State.DONE)
                .toList();
        Runnable meanwhile = beforeNextAnswer;
        beforeNextAnswer = () -> {};
        meanwhile.run();
        return alike;
    }

    @Override
    public synchronized Map<Long, Compose> find(Collection<Long> numbers) {
        checkThere();
        looks++;
        Set<Long> wanted = new HashSet<>(numbers);
        return composes.values().stream()
                .filter(one -> wanted.contains(one.number()))
                .collect(Collectors.toMap(Compose::number, one -> one));
    }

    @Override
    public synchronized long renew(long number) {
        checkThere();
        Compose old = composes.get(number);
        if (old == null) throw new Refused("No compose with id %d found".formatted(number));
        renewals.add(number);
        if (old.state() == State.DONE) return answer(number);
        ComposeRequest wish = wishes.get(number);
        return answer(wish == null ? theirs(old.source()) : made(wish, old.source()));
    }

    /** One that somebody else had made, in words that nobody here knows. */
    public synchronized long theirs(String source) {
        long number = composes.size() + 1L;
        composes.put(number, new Compose(number, State.WAIT, null, source, null, ""));
        return number;
    }

    /** One that is done, with a number of the test's. */
    public synchronized void numbered(long number) {
        composes.put(number, new Compose(number, State.DONE, null, "", null, ""));
    }

    void becomes(long number, State state) {
        become(number, state, null, "as the test says");
    }

    public void done(long number) {
        done(number, null);
    }

    public void done(long number, @Nullable Instant removed) {
        become(number, State.DONE, removed, "Compose is generated successfully");
    }

    public void failed(long number, String reason) {
        become(number, State.FAILED, null, reason);
    }

    public void removed(long number) {
        become(number, State.REMOVED, null, "");
    }

    public synchronized void forgotten(long number) {
        composes.remove(number);
    }

    private synchronized void become(long number, State state, @Nullable Instant removed, String reason) {
        composes.computeIfPresent(
                number, (_, old) -> new Compose(number, state, old.type(), old.source(), removed, reason));
    }

    private long made(ComposeRequest wish, String source) {
        long number = theirs(source);
        composes.put(number, new Compose(number, State.WAIT, wish.type(), source, null, ""));
        wishes.put(number, wish);
        return number;
    }

    private void checkThere() {
        if (away) throw new Unavailable("ODCS is away");
    }

    private long answer(long number) {
        if (losesAnswers) throw new Unavailable("The answer got lost");
        return number;
    }
}

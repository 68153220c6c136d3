package io.freshmaker.command.outside;

import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.Callable;

/**
 * One system outside, called politely: so many calls at once, none while its circuit is open, a question again after growing
 * pauses with jitter. What goes wrong is {@link Unavailable}; {@link Refused} and other answers pass as they are.
 */
public final class Outside {

    private final String system;
    private final CircuitBreaker circuit;
    private final Bulkhead places;
    private final Retry retry;

    Outside(String system, CircuitBreaker circuit, Bulkhead places, Retry retry) {
        this.system = system;
        this.circuit = circuit;
        this.places = places;
        this.retry = retry;
    }

    /** A name for people and metrics, e.g. {@code koji}. */
    public String system() {
        return system;
    }

    /** Asks something that changes nothing there: tried again when it is not answered. */
    public <T> T ask(String what, Callable<T> question) {
        return outcome(what, Retry.decorateCallable(retry, () -> answered(what, question)));
    }

    /** Has something done there. Never tried again here: who calls must look first whether it was done. */
    public <T> T tell(String what, Callable<T> order) {
        return outcome(what, () -> answered(what, order));
    }

    private <T> T answered(String what, Callable<T> call) throws Exception {
        return places.executeCallable(() -> circuit.executeCallable(() -> {
            try {
                return call.call();
            } catch (IOException e) {
                throw notAnswered(what, e);
            }
        }));
    }

    /** Who does not even listen is not too slow for what is asked. */
    private Unavailable notAnswered(String what, IOException e) {
        String text = "%s did not answer (%s): %s".formatted(system, what, text(e));
        boolean tooSlow = e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException);
        return tooSlow ? new TooSlow(text, e) : new Unavailable(text, e);
    }

    private <T> T outcome(String what, Callable<T> call) {
        try {
            return call.call();
        } catch (CallNotPermittedException e) {
            throw new Unavailable("%s is left alone for a while, it failed too often (%s)".formatted(system, what), e);
        } catch (BulkheadFullException e) {
            throw new Unavailable("%s has too many calls of ours already (%s)".formatted(system, what), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The call of %s was interrupted (%s)".formatted(system, what), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // a Callable may throw anything; what is left here is a mistake of the caller's
            throw new IllegalStateException("%s (%s)".formatted(system, what), e);
        }
    }

    private static String text(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}

package io.freshmaker.query.verify;

import io.freshmaker.api.verify.VerifyAnswer;
import io.freshmaker.api.verify.VerifyCommand;
import io.freshmaker.platform.pause.Pauses;
import io.freshmaker.query.order.Orders;
import io.freshmaker.query.web.ApiError;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Asks the command side, which asks who knows, until it has an answer. Neither its threads nor all of ours wait for a system that
 * is slow: it answers at once that it is looking, and only so many people here wait at once (decision 0032).
 */
@Component
class Verification {

    /** How long a person waits; what is found later is there for who asks again. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final String AGAIN = "10"; // seconds

    private final Orders orders;
    private final Duration limit;
    private final Semaphore places;

    @Autowired
    Verification(Orders orders) {
        this(orders, LIMIT, 8);
    }

    Verification(Orders orders, Duration limit, int atOnce) {
        this.orders = orders;
        this.limit = limit;
        this.places = new Semaphore(atOnce);
    }

    /** What is fine; throws {@link ApiError}: 400 where it is not, 503 where nobody can say so now. */
    VerifyAnswer of(VerifyCommand question) {
        if (!places.tryAcquire()) throw away("Too many people are waiting for such an answer; try again soon.");
        try {
            VerifyAnswer answer = awaited(question);
            return switch (answer.kind()) {
                case FINE -> answer;
                case WRONG -> throw ApiError.badRequest(answer.why());
                case UNKNOWN -> throw away(answer.why());
                case LOOKING -> throw away("It is still being looked up; try again soon.");
            };
        } finally {
            places.release();
        }
    }

    private VerifyAnswer awaited(VerifyCommand question) {
        long end = System.nanoTime() + limit.toNanos();
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        VerifyAnswer answer = orders.ask(question, VerifyAnswer.class);
        while (answer.kind() == VerifyAnswer.Kind.LOOKING && System.nanoTime() < end && !isInterrupted()) {
            LockSupport.parkNanos(pauses.next().toNanos());
            answer = orders.ask(question, VerifyAnswer.class);
        }
        return answer;
    }

    private static boolean isInterrupted() {
        return Thread.currentThread().isInterrupted();
    }

    private static ApiError away(String why) {
        return new ApiError(HttpStatus.SERVICE_UNAVAILABLE, why).with("Retry-After", AGAIN);
    }
}

package io.freshmaker.query.replay;

import io.freshmaker.platform.wake.Neighbours;
import io.freshmaker.platform.wake.News;
import io.freshmaker.query.progress.Patience;
import io.freshmaker.query.progress.Progress;
import io.freshmaker.query.progress.Progress.Projection;
import io.freshmaker.query.progress.ReplayRequest;
import io.freshmaker.query.progress.ReplayRequests;
import io.freshmaker.query.readmodel.ReadModel;
import io.freshmaker.query.web.ApiError;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Empties a projection and has it read every fact again. Nothing else hears of it: nothing is started or published twice. The
 * wish is stored, and taken up by the process that holds the processor, be it this one or another.
 */
@Component
class Replay {

    private static final List<String> NAMES = ReadModel.projections();

    private final ReplayRequests requests;
    private final ReplayTaker taker;
    private final Neighbours neighbours;
    private final Progress progress;

    Replay(ReplayRequests requests, ReplayTaker taker, Neighbours neighbours, Progress progress) {
        this.requests = requests;
        this.taker = taker;
        this.neighbours = neighbours;
        this.progress = progress;
    }

    List<Projection> all() {
        return NAMES.stream().map(progress::of).toList();
    }

    /** Returns when it has begun, or soon after; its state says how far it is. */
    Projection start(String name) {
        if (!NAMES.contains(name)) {
            throw ApiError.notFound(
                    "There is no projection '%s'; there are: %s.".formatted(name, String.join(", ", NAMES)));
        }
        if (progress.isReading() || !requests.store(name)) throw busy();
        taker.wake();
        neighbours.tell(News.REPLAYS);
        new Patience()
                .until(() -> requests.last().filter(ReplayRequest::isPending).isEmpty());
        return progress.of(name);
    }

    private ApiError busy() {
        String name = requests.last().map(ReplayRequest::projection).orElse(ReadModel.GROUP);
        return new ApiError(HttpStatus.CONFLICT, "Projection '%s' is being replayed already.".formatted(name));
    }
}

package io.freshmaker.command.adapter.errata;

import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.AdvisoriesContract;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import org.junit.jupiter.api.AfterEach;

class ErrataAdvisoriesContractTest extends AdvisoriesContract {

    private final FakeErrata fake = new FakeErrata();

    @AfterEach
    void close() {
        fake.close();
    }

    @Override
    protected Advisories knowing(Advisory advisory, AdvisoryContent content) {
        return Erratas.advisories(fake.advisory(advisory, content));
    }
}

package io.freshmaker.command.port;

import java.util.Map;

/** The fake keeps the same contract as the real thing. */
class FakeContentSetsTest extends ContentSetsContract {
    @Override
    protected ContentSets knowing(Map<String, String> repositories) {
        FakeContentSets sets = new FakeContentSets();
        repositories.forEach(sets::with);
        return sets;
    }
}

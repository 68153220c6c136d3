package io.freshmaker.command.port;

/** The fake keeps the same contract as the real thing. */
class FakeAdvisoriesTest extends AdvisoriesContract {
    @Override
    protected Advisories knowing(Advisory advisory, AdvisoryContent content) {
        return new FakeAdvisories().with(advisory, content);
    }
}

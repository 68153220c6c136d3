package io.freshmaker.command.policy;

import io.freshmaker.command.port.Advisories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks which advisories have a build that was signed: it may have been the last one that each of them waited for (spec §6.6). */
@Component
class LookAtSignedBuildJob implements Look {

    private static final Logger log = LoggerFactory.getLogger(LookAtSignedBuildJob.class);

    private final ObjectProvider<Advisories> advisories;
    private final LookAtAdvisoryJob lookAtAdvisory;

    LookAtSignedBuildJob(ObjectProvider<Advisories> advisories, LookAtAdvisoryJob lookAtAdvisory) {
        this.advisories = advisories;
        this.lookAtAdvisory = lookAtAdvisory;
    }

    @Override
    public String name() {
        return "look-at-signed-build";
    }

    @Override
    public void run(String subject) {
        advisories.getObject().having(subject).forEach(advisory -> lookAtAdvisory.look(advisory, ""));
    }

    /** An advisory that is ready now is looked at again when its state changes. */
    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("Nobody could be asked for the advisories of {}: {}", subject, cause.toString());
    }
}

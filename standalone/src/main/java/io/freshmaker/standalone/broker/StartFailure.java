package io.freshmaker.standalone.broker;

import java.util.Optional;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.jspecify.annotations.Nullable;

/** Keeps the exception that Qpid's launcher would only log. */
final class StartFailure extends DefaultSystemLauncherListener {

    private @Nullable RuntimeException failure;

    @Override
    public void errorOnStartup(RuntimeException e) {
        failure = e;
    }

    Optional<RuntimeException> seen() {
        return Optional.ofNullable(failure);
    }
}

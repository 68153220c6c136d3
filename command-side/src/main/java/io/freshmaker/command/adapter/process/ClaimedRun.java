package io.freshmaker.command.adapter.process;

import io.freshmaker.api.value.BuildId;
import java.util.Map;

/** A build that is ours to run until its lease ends. {@code owner} is new with every claim, so an old claim can do nothing. */
record ClaimedRun(BuildId build, int number, Map<String, String> environment, String owner) {

    String type() {
        return environment.getOrDefault(BuildEnvironment.TYPE, "");
    }
}

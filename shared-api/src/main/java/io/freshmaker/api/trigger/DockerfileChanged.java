package io.freshmaker.api.trigger;

/** The Dockerfile of a container was pushed to dist-git. */
public record DockerfileChanged(String container, String branch, String commit) implements Trigger {

    @Override
    public String searchKey() {
        return container + "/" + branch + "?#" + commit;
    }

    @Override
    public EventType eventType() {
        return EventType.GitDockerfileChangeEvent;
    }
}

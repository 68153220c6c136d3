package io.freshmaker.command.port;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has so many places, is followed, and keeps in memory what it was asked. */
public class LimitedBuildSystem implements BuildSystem {

    public final List<BuildRequest> requests = new ArrayList<>();
    public final List<BuildRequest> canceled = new ArrayList<>();
    public final List<BuildRequest> soughtFor = new ArrayList<>();
    public final Map<String, ExternalOutcome> outcomes = new HashMap<>();
    private final int places;

    public LimitedBuildSystem(int places) {
        this.places = places;
    }

    @Override
    public String name() {
        return "limited";
    }

    @Override
    public String submit(BuildRequest request) {
        requests.add(request);
        return id(requests.size());
    }

    @Override
    public Optional<String> find(BuildRequest request) {
        soughtFor.add(request);
        int index = requests.indexOf(request);
        return index < 0 ? Optional.empty() : Optional.of(id(index + 1));
    }

    @Override
    public void cancel(BuildRequest request) {
        canceled.add(request);
    }

    @Override
    public Map<String, ExternalOutcome> ended(Collection<String> externalIds) {
        Map<String, ExternalOutcome> ended = new HashMap<>(outcomes);
        ended.keySet().retainAll(externalIds);
        return ended;
    }

    @Override
    public int places() {
        return places;
    }

    private static String id(int number) {
        return String.valueOf(100 + number);
    }
}

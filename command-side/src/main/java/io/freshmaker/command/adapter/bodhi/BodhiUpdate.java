package io.freshmaker.command.adapter.bodhi;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.Names;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Refused;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * An update as Bodhi writes it, today and in 2017. Its values end in commands and log lines, so what is not of its kind is
 * {@link Refused}.
 *
 * @param what was asked for, for people
 */
record BodhiUpdate(JsonNode json, String what) {

    private static final int LONGEST = 255;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern NVR = Pattern.compile(Nvr.PLAIN);
    private static final Pattern BRANCH = Pattern.compile(Names.BRANCH);

    UpdateStable stable() {
        return new UpdateStable(id(), builds(), releaseBranch());
    }

    /** When it went stable, in Bodhi's form, whose order is that of time; empty where it does not say. */
    String stableSince() {
        String stable = json.path("date_stable").asText("");
        return stable.isEmpty() || "null".equals(stable)
                ? json.path("date_pushed").asText("")
                : stable;
    }

    /** Bodhi dropped {@code updateid} when every update got its alias at once. */
    private String id() {
        JsonNode id = json.path("updateid");
        return checked(id.isTextual() ? id : json.path("alias"), "an update id", ID);
    }

    private List<String> builds() {
        if (!json.path("builds").isArray()) {
            throw strange("a list of builds", json.path("builds"));
        }
        return StreamSupport.stream(json.path("builds").spliterator(), false)
                .map(build -> checked(build.path("nvr"), "the NVR of a build", NVR))
                .toList();
    }

    /** Where a release is given by its name only, the branch follows from it: F29 is f29, EPEL-7 is epel7. */
    private String releaseBranch() {
        JsonNode branch = json.path("release").path("branch");
        if (branch.isTextual() && !branch.asText().isEmpty()) return checked(branch, "a branch", BRANCH);
        String name = checked(json.path("release").path("name"), "the name of a release", ID);
        return name.toLowerCase(Locale.ROOT).replace("-", "");
    }

    private String checked(JsonNode value, String meaning, Pattern form) {
        String text = value.asText();
        if (!value.isTextual() || text.length() > LONGEST || !form.matcher(text).matches()) {
            throw strange(meaning, value);
        }
        return text;
    }

    private Refused strange(String expected, JsonNode found) {
        String shown = found.isMissingNode() ? "nothing" : found.toString();
        return new Refused("bodhi told something strange (%s): update %s: expected %s, found %s"
                .formatted(what, json.path("alias"), expected, shown));
    }
}

package io.freshmaker.api.artifactbuild;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What a rebuilt image contains of an advisory's RPMs (spec §5.4), in every architecture.
 *
 * @param nvr of the image
 * @param advisory its number
 * @param arches of the image, sorted; none: nobody can say what the build system built
 * @param found every RPM of the image that can be compared with one of the advisory's, in order of arch and NVR
 */
public record Verification(String nvr, long advisory, List<String> arches, List<FoundRpm> found) {

    /**
     * An RPM of the image.
     *
     * @param wanted NVRs of that name in the advisory that it can be compared with
     * @param fine whether it is one of these, or newer than all of them
     */
    public record FoundRpm(String arch, String nvr, List<String> wanted, boolean fine) {

        public FoundRpm {
            wanted = List.copyOf(wanted);
        }
    }

    public Verification {
        arches = List.copyOf(arches);
        found = List.copyOf(found);
    }

    /** Those that are not the advisory's. */
    @JsonIgnore
    public List<FoundRpm> wrong() {
        return found.stream().filter(rpm -> !rpm.fine()).toList();
    }
}

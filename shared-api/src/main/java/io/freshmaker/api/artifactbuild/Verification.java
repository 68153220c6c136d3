package io.freshmaker.api.artifactbuild;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What a rebuilt image contains of an advisory's RPMs (spec §5.4), in every architecture.
 *
 * @param nvr of the image
 * @param advisory its number
 * @param arches of the image, sorted; none: it has no content that anybody knows
 * @param found every RPM of the image that has the name of one of the advisory's, in order of arch and NVR
 */
public record Verification(String nvr, long advisory, List<String> arches, List<FoundRpm> found) {

    /**
     * An RPM of the image.
     *
     * @param wanted NVRs of that name in the advisory
     * @param fine whether it is one of these
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

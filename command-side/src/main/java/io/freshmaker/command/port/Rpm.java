package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.regex.Pattern;

/** A binary RPM as images and builds list it: {@code name-version-release.arch}, without an epoch. */
public record Rpm(Nvr nvr, String arch) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._+-]+");
    private static final Pattern VERSION_OR_RELEASE = Pattern.compile("[A-Za-z0-9._+~^]+");

    /** @throws IllegalArgumentException when a part has a character that RPM does not allow there */
    public Rpm {
        if (!NAME.matcher(nvr.name()).matches()
                || !VERSION_OR_RELEASE.matcher(nvr.version()).matches()
                || !VERSION_OR_RELEASE.matcher(nvr.release()).matches()
                || !VERSION_OR_RELEASE.matcher(arch).matches()) throw notAnRpm(nvr + "." + arch);
    }

    /** Parsed from the right, like an NVR. Throws {@link IllegalArgumentException} for anything else. */
    public static Rpm parse(String nvra) {
        int dot = nvra.lastIndexOf('.');
        if (dot < 0) throw notAnRpm(nvra);
        return new Rpm(new Nvr(nvra.substring(0, dot)), nvra.substring(dot + 1));
    }

    public String name() {
        return nvr.name();
    }

    private static IllegalArgumentException notAnRpm(String nvra) {
        return new IllegalArgumentException("Not a name-version-release.arch: " + nvra);
    }

    @Override
    public String toString() {
        return nvr + "." + arch;
    }
}

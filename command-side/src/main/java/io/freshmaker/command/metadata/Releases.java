package io.freshmaker.command.metadata;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.github.nscuro.versatile.VersionFactory;
import io.github.nscuro.versatile.spi.Version;
import io.github.nscuro.versatile.version.KnownVersioningSchemes;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The releases of an image (spec §7.5): the newest ones in the order in which a system tells of them, newest first. */
public record Releases(String name, String version) {

    /** More are never looked at. */
    private static final int MOST = 20;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+~^-]+");
    private static final Pattern SPECIAL = Pattern.compile("[.+^]");

    /** Whether there can be any: such names are not quoted anywhere. */
    public boolean arePossible() {
        return PLAIN.matcher(name + version).matches();
    }

    /** What their NVRs match, and no others. */
    public String regex() {
        return "^" + SPECIAL.matcher(name + "-" + version).replaceAll("\\\\$0") + "-[^-]+$";
    }

    /** Whether these are so many that the last of them may be left out, whose other architectures may be told of later. */
    public static boolean areMany(Collection<ToldImage> told) {
        return nvrs(told).size() > MOST;
    }

    /** Of what was told, the published ones of this name and version, the highest last. */
    public List<ImageRecord> newest(Collection<ToldImage> told) {
        List<ToldImage> ours = told.stream().filter(one -> isOurs(one.record())).toList();
        Set<Nvr> newest = new LinkedHashSet<>(nvrs(ours).stream().limit(MOST).toList());
        List<ToldImage> kept =
                ours.stream().filter(one -> newest.contains(one.record().nvr())).toList();
        return ToldImage.merged(kept).stream()
                .sorted(Comparator.comparing((ImageRecord image) -> release(image.nvr()))
                        .thenComparing(ImageRecord::nvr))
                .toList();
    }

    /** The same where a system does not tell which are newest: those with the highest releases are. */
    public List<ImageRecord> highest(Collection<ToldImage> told) {
        return newest(told.stream()
                .sorted(Comparator.comparing(
                                (ToldImage one) -> release(one.record().nvr()))
                        .reversed())
                .toList());
    }

    private boolean isOurs(ImageRecord image) {
        Nvr nvr = image.nvr();
        return image.isPublished() && nvr.name().equals(name) && nvr.version().equals(version);
    }

    private static Set<Nvr> nvrs(Collection<ToldImage> told) {
        Set<Nvr> nvrs = new LinkedHashSet<>();
        told.forEach(one -> nvrs.add(one.record().nvr()));
        return nvrs;
    }

    private static Version release(Nvr nvr) {
        return VersionFactory.forScheme(KnownVersioningSchemes.SCHEME_RPM, nvr.version() + "-" + nvr.release());
    }
}

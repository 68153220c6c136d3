package io.freshmaker.command.adapter.errata;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.adapter.errata.Told.Kind;
import io.freshmaker.command.port.ShippedImages;
import java.util.List;

/** The images of advisories (spec §9.1). */
record ErrataImages(ErrataApi errata) implements ShippedImages {

    @Override
    public List<Nvr> of(long advisory) {
        String path = "api/v1/erratum/%d/builds".formatted(advisory);
        return errata.objectIfAny(path).map(found -> new Told(path, found)).stream()
                .flatMap(found -> found.fields().values().stream())
                .flatMap(version -> version.get("builds").elements())
                .flatMap(build -> build.fields().keySet().stream().map(build::nvr))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<Long> blocking(long advisory) {
        String path = "errata/blocking_errata_for/%d.json".formatted(advisory);
        return errata.listIfAny(path).map(found -> new Told(path, found)).stream()
                .flatMap(Told::elements)
                .map(ErrataImages::number)
                .distinct()
                .sorted()
                .toList();
    }

    /** The Errata Tool writes these numbers as texts. */
    private static long number(Told told) {
        return told.json().isTextual() ? Long.parseLong(told.text(Kind.NUMBER)) : told.id();
    }
}

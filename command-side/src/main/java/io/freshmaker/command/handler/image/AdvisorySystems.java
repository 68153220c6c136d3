package io.freshmaker.command.handler.image;

import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.BuildTags;
import io.freshmaker.command.port.Composes;
import io.freshmaker.command.port.ContentSets;
import io.freshmaker.command.port.EarlierRebuilds;
import io.freshmaker.command.port.ImagePackages;
import io.freshmaker.command.port.LatestBuilds;
import io.freshmaker.command.port.Refused;
import java.util.function.Supplier;

/** Whom planning for an advisory asks. A system that no setting names is missed when it is asked, with {@link Refused}. */
record AdvisorySystems(
        Supplier<Advisories> anyAdvisories,
        Supplier<ContentSets> anyContentSets,
        Supplier<Composes> anyComposes,
        Supplier<ImagePackages> anyPackages,
        Supplier<BuildTags> anyTags,
        Supplier<LatestBuilds> anyLatest,
        Supplier<EarlierRebuilds> anyEarlier) {

    Advisories advisories() {
        return anyAdvisories.get();
    }

    ContentSets contentSets() {
        return anyContentSets.get();
    }

    Composes composes() {
        return anyComposes.get();
    }

    ImagePackages packages() {
        return anyPackages.get();
    }

    BuildTags tags() {
        return anyTags.get();
    }

    EarlierRebuilds earlier() {
        return anyEarlier.get();
    }

    LatestBuilds latest() {
        return anyLatest.get();
    }
}

package io.freshmaker.command.adapter.errata;

import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.trigger.BotasAdvisoryShipped;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.command.port.TriggerSource;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The advisories of images that the bot of rebuilt operators shipped, where bundles are rebuilt, for those whose message never came. */
final class BotasAdvisories implements TriggerSource {

    private final ChangedAdvisories changed;
    private final Advisories advisories;
    private final ObjectProvider<OperatorBundles> bundles;

    BotasAdvisories(ChangedAdvisories changed, Advisories advisories, ObjectProvider<OperatorBundles> bundles) {
        this.changed = changed;
        this.advisories = advisories;
        this.bundles = bundles;
    }

    @Override
    public String name() {
        return "errata-botas";
    }

    @Override
    public List<Trigger> since(Instant from) {
        if (bundles.getIfAvailable() == null) return List.of();
        return changed
                .since(from, List.of(AdvisoryReady.SHIPPED), found -> found.isShippedSince(from) && isOfBotas(found))
                .stream()
                .<Trigger>map(found -> new BotasAdvisoryShipped(found.id()))
                .toList();
    }

    /** Who filed it is asked only of those with images. */
    private boolean isOfBotas(Erratum found) {
        return found.contentTypes().contains(Advisory.IMAGES)
                && advisories.find(found.id()).filter(Advisory::isOfBotas).isPresent();
    }
}

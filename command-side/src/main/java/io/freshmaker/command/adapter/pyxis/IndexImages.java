package io.freshmaker.command.adapter.pyxis;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * In which index images bundles are looked for (docs/systems/pyxis.md). A wrong value stops the start with a sentence that names the
 * setting.
 *
 * @param organizations whose index images; none: bundles are not rebuilt
 * @param openshiftVersions for which versions of OpenShift, e.g. {@code 4.16}; none: all that Pyxis has, also before they are released
 */
@ConfigurationProperties(IndexImages.PREFIX)
record IndexImages(
        @DefaultValue List<String> organizations,
        @DefaultValue List<String> openshiftVersions) {

    static final String PREFIX = "freshmaker.pyxis.index-images";

    private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");

    IndexImages {
        organizations = organizations.stream().filter(one -> !one.isBlank()).toList();
        openshiftVersions =
                openshiftVersions.stream().filter(one -> !one.isBlank()).toList();
        organizations.forEach(one -> check("organizations", "the names of organizations", ORGANIZATION, one));
        openshiftVersions.forEach(one -> check("openshift-versions", "versions like 4.16", VERSION, one));
    }

    /** Whether those of this version are looked at. */
    boolean isWanted(String openshiftVersion) {
        return openshiftVersions.isEmpty() || openshiftVersions.contains(openshiftVersion);
    }

    /** Whether the settings name organizations. */
    static final class AreNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            return Binder.get(context.getEnvironment())
                    .bind(PREFIX + ".organizations", Bindable.listOf(String.class))
                    .orElse(List.of())
                    .stream()
                    .anyMatch(one -> !one.isBlank());
        }
    }

    private static void check(String name, String expected, Pattern form, String found) {
        if (!form.matcher(found).matches()) {
            throw new IllegalArgumentException("%s.%s: expected %s, found %s".formatted(PREFIX, name, expected, found));
        }
    }
}

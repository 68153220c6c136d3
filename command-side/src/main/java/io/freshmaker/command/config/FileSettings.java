package io.freshmaker.command.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The files that the command line names with {@code --catalog} and {@code --rules} (contract §1). */
@ConfigurationProperties
record FileSettings(@Nullable String catalog, @Nullable String rules) {
    boolean hasCatalog() {
        return catalog != null && !catalog.isBlank();
    }

    Path catalogPath() {
        return path(catalog, "catalog", "which artifact contains what");
    }

    Path rulesPath() {
        return path(rules, "rules", "what may be rebuilt");
    }

    private static Path path(@Nullable String value, String setting, String content) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("The setting " + setting + " is missing: --" + setting
                    + "=FILE names the file that says " + content);
        }
        return Path.of(value);
    }
}

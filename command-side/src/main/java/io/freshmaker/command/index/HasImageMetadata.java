package io.freshmaker.command.index;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Holds where the catalog is a system that knows images and what they contain. */
final class HasImageMetadata extends AnyNestedCondition {

    HasImageMetadata() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    /** Today's. */
    @ConditionalOnProperty(name = "freshmaker.catalog", havingValue = "pyxis")
    static final class Pyxis {}

    /** The seed era's. */
    @ConditionalOnProperty(name = "freshmaker.catalog", havingValue = "lightblue")
    static final class Lightblue {}
}

package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.Map;

/** Knows of images that we rebuilt for advisories what they were rebuilt from: of what ended well. */
public interface RebuildOrigins {

    /** The original of each of these; what we did not make is missing. Of several the newest counts. */
    Map<Nvr, Nvr> of(Collection<Nvr> rebuilt);
}

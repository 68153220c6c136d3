package io.freshmaker.query.build;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A build in the words in which its row keeps it, which are those of the API: an answer repeats them, and nobody reads and writes
 * them anew for it.
 */
record StoredBuild(String json) {

    @JsonValue
    @JsonRawValue
    @Override
    public String json() {
        return json;
    }
}

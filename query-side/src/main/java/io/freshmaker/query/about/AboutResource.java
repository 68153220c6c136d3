package io.freshmaker.query.about;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.freshmaker.query.login.Auth;
import io.freshmaker.query.web.ApiError;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which version this is and how one logs in. */
@RestController
class AboutResource {

    private final String version;
    private final Auth auth;

    AboutResource(ObjectProvider<BuildProperties> build, Auth auth) {
        BuildProperties properties = build.getIfAvailable();
        String known = properties == null ? null : properties.getVersion();
        this.version = known == null ? "unknown" : known;
        this.auth = auth;
    }

    @GetMapping("/api/{version:[12]}/about/")
    About about() {
        if (auth.isUnset()) throw ApiError.badRequest("There is no login: freshmaker.auth is not set.");
        return new About(version, auth.original());
    }

    /** The answer, as the original gives it. */
    record About(
            String version, @JsonProperty("auth_backend") String authBackend) {}
}

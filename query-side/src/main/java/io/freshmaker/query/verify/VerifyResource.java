package io.freshmaker.query.verify;

import io.freshmaker.api.verify.VerifyAnswer;
import io.freshmaker.api.verify.VerifyCommand.VerifyImage;
import io.freshmaker.api.verify.VerifyCommand.VerifyRepository;
import io.freshmaker.query.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says whether images are rebuilt, and what keeps them from it (spec §10.7): as the system that knows images says now. */
@RestController
@Tag(name = "images")
class VerifyResource {

    private final Verification verification;

    VerifyResource(Verification verification) {
        this.verification = verification;
    }

    @GetMapping("/api/{version:[12]}/verify-image/{nvr}")
    VerifiedImage originalImage(@PathVariable String nvr) {
        return image(nvr);
    }

    @GetMapping("/api/{version:[12]}/verify-image-repository/{project}/{repo}")
    VerifiedRepository originalRepository(@PathVariable String project, @PathVariable String repo) {
        return repository(project, repo);
    }

    @Operation(
            operationId = "verifyImage",
            summary = "Whether an image is set up so that it is rebuilt",
            description = "The image's content sets and its first repository are looked at, as Pyxis or Lightblue"
                    + " tells of them now. 400 says what keeps it from being rebuilt.")
    @AsksOutside
    @GetMapping("/api/3/verify-image/{nvr}")
    VerifiedImage image(@Parameter(description = "Its name-version-release.") @PathVariable String nvr) {
        return VerifiedImage.of(verification.of(new VerifyImage(nvr)));
    }

    @Operation(
            operationId = "verifyImageRepository",
            summary = "Which images of a repository are set up so that they are rebuilt",
            description = "The repository and the images with its tags for automatic rebuilds are looked at, as Pyxis"
                    + " or Lightblue tells of them now. 400 says what keeps them from being rebuilt.")
    @AsksOutside
    @GetMapping("/api/3/verify-image-repository/{project}/{repo}")
    VerifiedRepository repository(
            @Parameter(description = "The repository's name up to its slash.") @PathVariable String project,
            @Parameter(description = "The repository's name after its slash.") @PathVariable String repo) {
        VerifyAnswer answer = verification.of(new VerifyRepository(project + "/" + repo));
        return VerifiedRepository.of(answer);
    }

    /** What both answer where nobody can say. */
    @Refuses(
            status = 503,
            when = "The command side is not there, what it asks does not answer or not in 20 s, no such system is set,"
                    + " or too many are asking.")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface AsksOutside {}
}

package io.freshmaker.query.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.verify.VerifyAnswer;
import io.freshmaker.api.verify.VerifyCommand.VerifyImage;
import io.freshmaker.api.verify.VerifyCommand.VerifyRepository;
import io.freshmaker.query.order.Orders;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Verifying;
import io.freshmaker.query.web.ApiError;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people hear of images that may be rebuilt (spec §10.7). The command side is played by the test. */
@RunningQuerySide
class VerifyResourceIT {

    private static final String IMAGE = "/api/1/verify-image/shelf-1-1";
    private static final VerifyAnswer FINE = VerifyAnswer.fine(List.of("latest"), Verifying.IMAGES);
    private static final VerifyAnswer AWAY = VerifyAnswer.unknown("pyxis answered 502 (find_images_by_nvr)");

    @Autowired
    Api api;

    @Autowired
    CommandBus bus;

    @Autowired
    Orders orders;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void an_image_is_answered_with_its_content_sets(int version) {
        try (Verifying commandSide = new Verifying(bus, FINE)) {
            assertThat(api.json("/api/" + version + "/verify-image/shelf-1-1")).hasToString("""
                {"images":{"shelf-1-1":["a-rpms","b-rpms"]},\
                "msg":"Found 1 images which are handled by Freshmaker for defined content_sets."}\
                """);
            assertThat(commandSide.asked).containsExactly(new VerifyImage("shelf-1-1"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_repository_is_answered_with_its_tags_and_its_images(int version) {
        try (Verifying commandSide = new Verifying(bus, FINE)) {
            assertThat(api.json("/api/" + version + "/verify-image-repository/ns/shelf"))
                    .hasToString("""
                        {"repository":{"auto_rebuild_tags":["latest"]},\
                        "images":{"shelf-1-1":{"content_sets":["a-rpms","b-rpms"],"tags":["1-1","latest"]}},\
                        "msg":"Found 1 images which are handled by Freshmaker for defined content_sets."}\
                        """);
            assertThat(commandSide.asked).containsExactly(new VerifyRepository("ns/shelf"));
        }
    }

    @Test
    void who_has_to_look_is_asked_again_until_it_knows() {
        try (Verifying commandSide = new Verifying(bus, VerifyAnswer.looking(), VerifyAnswer.looking(), FINE)) {
            assertThat(api.get(IMAGE).statusCode()).isEqualTo(200);
            assertThat(commandSide.asked).hasSize(3);
        }
    }

    @Test
    void what_keeps_it_from_being_rebuilt_is_a_400() {
        try (Verifying _ = new Verifying(bus, VerifyAnswer.wrong("No images found for the specified NVR"))) {
            assertThat(api.json(api.get(IMAGE))).hasToString("""
                {"status":400,"error":"Bad Request","message":"No images found for the specified NVR"}\
                """);
            assertThat(api.json(api.get(IMAGE.replace("/1/", "/3/")))
                            .path("detail")
                            .asString())
                    .isEqualTo("No images found for the specified NVR");
        }
    }

    @Test
    void where_nobody_can_be_asked_it_is_a_503_that_says_why_and_when_to_come_back() {
        try (Verifying _ = new Verifying(bus, AWAY)) {
            HttpResponse<String> answer = api.get(IMAGE);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("10");
            assertThat(api.json(answer)).hasToString("""
                {"status":503,"error":"Service Unavailable","message":"pyxis answered 502 (find_images_by_nvr)"}\
                """);
        }
    }

    @Test
    void without_a_command_side_it_is_a_503() {
        HttpResponse<String> answer = api.get(IMAGE);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(api.json(answer).path("message").asString())
                .isEqualTo("The command side is not there; try again soon.");
    }

    @Test
    void nobody_waits_for_ever_and_not_everybody_at_once() {
        try (Verifying _ = new Verifying(bus, VerifyAnswer.looking())) {
            assertRefused(new Verification(orders, Duration.ZERO, 1), "It is still being looked up; try again soon.");
            assertRefused(
                    new Verification(orders, Duration.ZERO, 0),
                    "Too many people are waiting for such an answer; try again soon.");
        }
    }

    private static void assertRefused(Verification verification, String why) {
        for (int i = 0; i < 2; i++) { // the place is given back
            assertThatThrownBy(() -> verification.of(new VerifyImage("shelf-1-1")))
                    .isInstanceOf(ApiError.class)
                    .hasMessage(why);
        }
    }
}

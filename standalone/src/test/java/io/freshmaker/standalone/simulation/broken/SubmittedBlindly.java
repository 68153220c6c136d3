package io.freshmaker.standalone.simulation.broken;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** The job that submits a build does not ask first whether it was submitted before. */
public class SubmittedBlindly {

    @Bean
    static BeanPostProcessor blindness() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof BuildSystem system ? new Unasked(system) : bean;
            }
        };
    }

    private record Unasked(BuildSystem system) implements BuildSystem {

        @Override
        public String name() {
            return system.name();
        }

        @Override
        public String submit(BuildRequest request) {
            return system.submit(request);
        }

        @Override
        public Optional<String> find(BuildRequest request) {
            return Optional.empty();
        }

        @Override
        public void cancel(BuildRequest request) {
            system.cancel(request);
        }

        @Override
        public Map<String, ExternalOutcome> ended(Collection<String> externalIds) {
            return system.ended(externalIds);
        }

        @Override
        public Duration pollInterval() {
            return system.pollInterval();
        }

        @Override
        public int places() {
            return system.places();
        }
    }
}

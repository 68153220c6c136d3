package io.freshmaker.command.verify;

import io.freshmaker.command.image.ImageSettings;
import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.port.ImageListings;
import io.freshmaker.command.port.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is asked about images and repositories; not every catalog knows them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RepositorySettings.class)
class VerifyConfiguration {

    /** Rebuilds want the same system's places. */
    private static final int AT_ONCE = 2;

    private static final Duration IDLE = Duration.ofSeconds(30);

    @Bean
    Verifications verifications(
            ObjectProvider<ImageListings> listings,
            RepositorySettings repositories,
            ImageSettings images,
            Clock clock) {
        return new Verifications(
                new LookUps(threads(), clock),
                () -> new Verifier(known(listings), repositories, images.buildRegistries()));
    }

    /** They end when nobody asks for a while. */
    private static Executor threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(LookUps.MOST),
                Thread.ofPlatform().daemon().name("verify-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static ImageListings known(ObjectProvider<ImageListings> listings) {
        return listings.getIfAvailable(() -> {
            throw new Refused("No system is set that knows repositories of images: freshmaker.catalog is neither pyxis"
                    + " nor lightblue");
        });
    }
}

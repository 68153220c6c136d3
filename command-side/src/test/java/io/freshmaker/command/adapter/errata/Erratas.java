package io.freshmaker.command.adapter.errata;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.AdvisoryContent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The adapter, put together by hand. */
final class Erratas {

    static final String TOKEN = "s3cr3t-token";

    static final AdvisoryContent TEAPOT = content("teapot-2.1-3.el9");

    private Erratas() {}

    /** One signed build with one RPM of the same NVR, in one repository. */
    static AdvisoryContent content(String nvr) {
        List<Nvr> one = List.of(new Nvr(nvr));
        return new AdvisoryContent(one, one, one, one, List.of("teahouse-9-rpms__x86_64"), true);
    }

    static ErrataApi api(URI url, Politeness politeness) {
        return new ErrataApi(Systems.http("errata", politeness), url);
    }

    static Jira jira(@Nullable URI url, Politeness politeness, Clock clock) {
        Duration minute = Duration.ofMinutes(1);
        return new Jira(
                Systems.http("jira", politeness),
                new JiraSettings(url, "ada@example.com", TOKEN, minute, minute, 2, 4),
                clock);
    }

    /** With Jira, and whatever the release of RHEL. */
    static ErrataAdvisories advisories(FakeErrata fake) {
        return advisories(api(fake.url(), Systems.PATIENT), jira(fake.jira(), Systems.PATIENT, Clock.systemUTC()), "");
    }

    static ErrataAdvisories advisories(ErrataApi api, Jira jira, String prefix) {
        return new ErrataAdvisories(api, contents(api, prefix), jira);
    }

    static Contents contents(ErrataApi api, String prefix) {
        return new Contents(api, new ProductVersions(api, prefix, Clock.systemUTC()));
    }
}

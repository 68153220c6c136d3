package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.BuiltModule;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.port.Rpm;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the adapters of Koji do in {@link KojiFaultsTest}, each with something there to be found. */
final class KojiWorld {

    static final BuildRequest REQUEST = BuildRequests.image(11);
    private static final BuildRequest PACKAGE =
            BuildRequests.of(12, Artifact.rpm("web", new Source("rpms/web", "f42", null, "f42-candidate")));
    static final String TICKET = "s3cr3t-ticket";

    private static final String TAG = "f42-updates";
    private static final Instant FROM = Instant.parse("2026-11-22T09:00:00Z");

    private KojiWorld() {}

    static KojiHub hub(URI url, Politeness politeness) {
        return hub(url, politeness, Login.byCertificate());
    }

    /** Each ticket is another one. */
    static KojiHub byKerberos(URI url, Politeness politeness) {
        AtomicInteger tickets = new AtomicInteger();
        return hub(
                url,
                politeness,
                Login.byKerberos(() -> Headers.NONE.with("Authorization", TICKET + tickets.incrementAndGet())));
    }

    private static KojiHub hub(URI url, Politeness politeness, Login login) {
        return new KojiHub(new HubLine(Systems.http("koji", politeness), url), login);
    }

    static KojiBuildSystem system(KojiHub hub, URI url, @Nullable String owner) {
        return Kojis.system(hub, Kojis.git("0123abc"), Kojis.settings(url, owner));
    }

    static void submit(FakeKojiHub fake, URI url, Politeness politeness) {
        // of two parents the one that Koji knows as the base is named, so it is asked
        fake.build(4, Objects.requireNonNull(REQUEST.artifact().originalNvr()), Map.of());
        system(hub(url, politeness), url, null).submit(REQUEST);
    }

    static void submitByKerberos(FakeKojiHub fake, URI url, Politeness politeness) {
        system(byKerberos(url, politeness), url, null).submit(REQUEST);
    }

    /** What the job does that finds no answer. */
    static int submittedInAll(FakeKojiHub fake) {
        KojiBuildSystem again = patient(fake);
        if (again.find(REQUEST).isEmpty()) again.submit(REQUEST);
        return fake.taskIds().size();
    }

    static void submitPackage(FakeKojiHub fake, URI url, Politeness politeness) {
        system(hub(url, politeness), url, null).submit(PACKAGE);
    }

    static int packagesInAll(FakeKojiHub fake) {
        KojiBuildSystem again = patient(fake);
        if (again.find(PACKAGE).isEmpty()) again.submit(PACKAGE);
        return fake.taskIds().size();
    }

    static void builtPackage(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.addPackage("source", "t");
        fake.closePackage(1, "web-1-1");
        system(hub(url, politeness), url, null).ended(List.of("1"));
    }

    static void taskOf(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.build(5, "web-1-1", Map.of("task_id", 1L));
        new BuiltPackages(hub(url, politeness)).taskOf(new Nvr("web-1-1"));
    }

    static void modules(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.build(
                5,
                "tea-rhel9-3.new",
                KojiModuleBuildsContractTest.typeinfo(new BuiltModule("tea", "rhel9", "3", "new")));
        new KojiModuleBuilds(hub(url, politeness)).modules(List.of(new Nvr("tea-rhel9-3.new")));
    }

    private static KojiBuildSystem patient(FakeKojiHub fake) {
        return system(hub(fake.url(), Systems.PATIENT), fake.url(), null);
    }

    static void find(FakeKojiHub fake, URI url, Politeness politeness) {
        system(hub(url, politeness), url, null).find(REQUEST);
    }

    static void findOfOwner(FakeKojiHub fake, URI url, Politeness politeness) {
        system(hub(url, politeness), url, "freshmaker").find(REQUEST);
    }

    static void cancel(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.add(KojiBuildSystemTest.URL, "t");
        system(hub(url, politeness), url, null).cancel(BuildRequests.taken(REQUEST, "1"));
    }

    static int canceledInAll(FakeKojiHub fake) {
        patient(fake).cancel(BuildRequests.taken(REQUEST, "1"));
        return (int) fake.methods().stream().filter("cancelTask"::equals).count();
    }

    static void going(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.add(KojiBuildSystemTest.URL, "t");
        system(hub(url, politeness), url, null).ended(List.of("1"));
    }

    static void built(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.add(KojiBuildSystemTest.URL, "t");
        fake.close(1, "7");
        fake.build(7, "shelf-1-1", Map.of());
        system(hub(url, politeness), url, null).ended(List.of("1"));
    }

    /** What it built is known of its child only. */
    static void closed(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.add(KojiBuildSystemTest.URL, "t").children.add(2L);
        fake.add("child", "t");
        fake.close(1);
        fake.close(2, "7");
        fake.build(7, "shelf-1-1", Map.of());
        system(hub(url, politeness), url, null).ended(List.of("1"));
    }

    static void failed(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.add(KojiBuildSystemTest.URL, "t");
        fake.fail(1, "no disk");
        system(hub(url, politeness), url, null).ended(List.of("1"));
    }

    static void tagsOf(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.build(5, "shelf-1-1", Map.of());
        fake.answer("listTags", _ -> List.of(Map.of("name", TAG)));
        new KojiTags(hub(url, politeness)).tagsOf("shelf-1-1");
    }

    static void rpmsOf(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.build(5, "shelf-1-1", Map.of());
        fake.answer("listRPMs", _ -> List.of());
        new KojiUpdates(hub(url, politeness)).rpmsOf("shelf-1-1");
    }

    static void contentOf(FakeKojiHub fake, URI url, Politeness politeness) {
        Nvr image = new Nvr("web-container-42-1");
        KojiBuiltContentTest.knowing(fake, image, Map.of("x86_64", List.of(Rpm.parse("tls-1.0-1.fc42.x86_64"))));
        new KojiBuiltContent(hub(url, politeness)).rpmsOf(image);
    }

    static void images(FakeKojiHub fake, URI url, Politeness politeness) {
        new FakeImages(fake).with(FakeCatalog.image("base-42-1", List.of(), "tls-1.0-1.fc42.x86_64"));
        containing(url, politeness);
    }

    /** The image says of its parent only which number it has. */
    static void parents(FakeKojiHub fake, URI url, Politeness politeness) {
        images(fake, fake.url(), politeness);
        fake.build(9, "parent-1-1", Map.of());
        fake.build(1, "base-42-1", Map.of("task_id", 1L, "extra", Map.of("image", Map.of("parent_build_id", 9L))));
        containing(url, politeness);
    }

    private static void containing(URI url, Politeness politeness) {
        KojiHub hub = hub(url, politeness);
        new KojiImages(
                        new KojiTags(hub),
                        new ImageLookup(hub),
                        List.of(FakeImages.TAG),
                        Duration.ofMinutes(1),
                        Clock.systemUTC())
                .containing(Set.of("tls"));
    }

    /** It has no parent to be asked for. */
    static void howBaseBuilt(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.answer("listArchives", _ -> List.of());
        fake.add(KojiBuildSystemTest.URL, "t");
        fake.build(5, "shelf-1-1", Map.of("task_id", 1L));
        new KojiImageBuilds(hub(url, politeness)).built(List.of(new Nvr("shelf-1-1")));
    }

    /** The original says of its parent only which number it has. */
    static void howBuilt(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.answer("listArchives", _ -> List.of());
        fake.add(KojiBuildSystemTest.URL, "t");
        fake.build(9, "parent-1-1", Map.of());
        fake.build(5, "shelf-1-1", Map.of("task_id", 1L, "extra", Map.of("image", Map.of("parent_build_id", 9L))));
        new KojiImageBuilds(hub(url, politeness)).built(List.of(new Nvr("shelf-1-1")));
    }

    static void buildsIn(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.build(5, "shelf-1-1", Map.of());
        fake.build(6, "tls-1-1", Map.of());
        fake.answer("listArchives", _ -> List.of(Map.of("id", 1)));
        fake.answer("listRPMs", _ -> List.of(Map.of("build_id", 6)));
        new KojiImagePackages(hub(url, politeness)).buildsIn(new Nvr("shelf-1-1"));
    }

    static void bundles(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.build(5, "shelf-1-1", Map.of());
        new KojiBundleManifests(hub(url, politeness)).of(List.of(new Nvr("shelf-1-1")));
    }

    static void latestIn(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.answer("listTagged", _ -> List.of(Map.of("nvr", "shelf-1-1")));
        new KojiTags(hub(url, politeness)).latestIn(TAG, List.of("shelf"));
    }

    static void tagged(FakeKojiHub fake, URI url, Politeness politeness) {
        fake.answer("getLastEvent", _ -> Map.of("id", 4711));
        Map<String, Object> row =
                Map.of("name", "tls", "version", "1", "release", "1", "tag.name", TAG, "create_ts", 1.8e9);
        fake.answer("queryHistory", _ -> Map.of("tag_listing", List.of(row)));
        new KojiTagSource(new KojiTags(hub(url, politeness)), Map.of(TAG, "f42")).since(FROM);
    }
}

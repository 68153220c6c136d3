package io.freshmaker.command;

import io.freshmaker.command.adapter.koji.FakeKojiHub;
import io.freshmaker.command.adapter.mbs.FakeMbs;
import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.platform.testing.TestAuthority.Identity;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What a command side with Koji and MBS is set to. Its catalog is a ring of modules, an image without a target and a letter that is written with a pen, which is made with ink. */
final class KojiMbsWorld {

    static final int MODULES = 30;
    private static final String RULES = "{allow: {global: {image: {name: .*}, module: {name: .*}, rpm: {name: .*}}}}";

    private KojiMbsWorld() {}

    /** @param files the folder that the settings are kept in; asked for when they are read */
    static void settings(DynamicPropertyRegistry properties, FakeKojiHub koji, FakeMbs mbs, Supplier<Path> files) {
        TestDatabase database = TestPostgres.fresh();
        properties.add("spring.datasource.url", database::url);
        properties.add("catalog", () -> file(files.get(), "catalog.yml", catalog()));
        properties.add("rules", () -> file(files.get(), "rules.yml", RULES));
        properties.add("freshmaker.build.system", () -> "koji-mbs");
        properties.add("freshmaker.build.process.command[0]", () -> "left from before");
        properties.add("freshmaker.build.retry-pause", () -> "1s");
        properties.add("freshmaker.dist-git.base-url", () -> "git://pkgs.example");
        properties.add("freshmaker.koji.hub-url", koji::url);
        properties.add("freshmaker.koji.auth", () -> "ssl");
        properties.add("freshmaker.koji.client-certificate", () -> certificate(files.get()));
        properties.add("freshmaker.koji.poll-interval", () -> "1s");
        properties.add("freshmaker.mbs.base-url", mbs::url);
        properties.add("freshmaker.mbs.token", () -> "secret");
    }

    static String module(int number) {
        return "m%02d".formatted((number - 1) % MODULES + 1);
    }

    /** Each module is built with the one before it, the first with the last. */
    private static String catalog() {
        StringBuilder catalog = new StringBuilder("modules:\n");
        for (int i = 1; i <= MODULES; i++) {
            catalog.append("  - {name: %s, stream: '1', version: 20260101, build_requires: [{name: %s, stream: '1'}]}\n"
                    .formatted(module(i), module(i + MODULES - 1)));
        }
        return catalog + """
            images:
              - {nvr: homeless-1-1, repository: container/homeless, branch: f42, commit: c0ffee, rpms: [tls-1-1.x86_64]}
            rpms:
              - {name: pen, branch: f42, target: f42-candidate, build_requires: [ink]}
              - {name: letter, branch: f42, target: f42-candidate, build_requires: [pen]}
            updates:
              - {build: tls-2-1, rpms: [tls-2-1.x86_64]}
            """;
    }

    private static String certificate(Path files) {
        Identity client = TestAuthority.create().client("freshmaker");
        try {
            return file(files, "client.pem", Files.readString(client.certificate()) + Files.readString(client.key()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(Path files, String name, String content) {
        try {
            return Files.writeString(files.resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

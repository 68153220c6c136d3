package io.freshmaker.standalone.crash;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.EventId;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.RandomImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeIT {
    @TempDir Path folder;

    @Test
    void probe() throws Exception {
        RandomImages world = new RandomImages(new Random(1), 12, 0.1);
        Path catalog = Files.writeString(folder.resolve("catalog.yml"), world.catalog());
        Path rules = Files.writeString(folder.resolve("rules.yml"), RandomImages.rules());
        BuildJournal journal = BuildJournal.in(folder.resolve("journal"), world.broken());
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.config.import", "classpath:application-platform.yml");
        settings.put("logging.config", "classpath:logback-crash.xml");
        settings.put("catalog", catalog.toString());
        settings.put("rules", rules.toString());
        settings.put("data", folder.toString());
        List<String> command = journal.command(0.05);
        for (int i = 0; i < command.size(); i++) settings.put("freshmaker.build.process.command[" + i + "]", command.get(i));
        TestDatabase db = TestPostgres.fresh();
        for (int k = 0; k < 4; k++) {
            long t = System.nanoTime();
            Life life = new Life(db.url(), settings, null);
            System.out.println("start ms " + (System.nanoTime() - t) / 1000000);
            t = System.nanoTime();
            String id = "m" + k;
            life.bean(Commands.class).send(new RegisterEvent(EventId.ofMessage(id), id, new UpdateStable("U" + k, List.of(RandomImages.updatedBuild("kettle")), "f41")));
            int want = k + 1;
            Awaitility.await().atMost(java.time.Duration.ofSeconds(40)).until(() -> db.sql().sql("select count(*) from domain_event where payload_type like '%EventCompleted'").query(Integer.class).single() == want);
            System.out.println("rebuild ms " + (System.nanoTime() - t) / 1000000);
            t = System.nanoTime();
            life.bury();
            System.out.println("bury ms " + (System.nanoTime() - t) / 1000000);
        }
        System.out.println(journal.lines());
        db.sql().sql("select distinct payload_type, count(*) c from domain_event group by 1").query((r, i) -> r.getString(1) + r.getInt(2)).list().forEach(System.out::println);
        new io.freshmaker.standalone.world.ProbeInv(db.sql(), journal).run();
    }
}

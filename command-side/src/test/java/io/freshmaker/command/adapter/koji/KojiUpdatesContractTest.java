package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.port.Updates;
import io.freshmaker.command.port.UpdatesContract;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

class KojiUpdatesContractTest extends UpdatesContract {

    private final FakeKojiHub fake = new FakeKojiHub();

    @AfterEach
    void close() {
        fake.close();
    }

    @Override
    protected Updates knowing(String build, String... rpms) {
        List<Object> listed = Stream.concat(Stream.of(build + ".src"), Arrays.stream(rpms))
                .<Object>map(rpm -> FakeImages.rpm(Rpm.parse(rpm)))
                .toList();
        fake.build(5, build, Map.of());
        fake.answer("listRPMs", _ -> listed);
        return new KojiUpdates(Kojis.hub(fake));
    }
}

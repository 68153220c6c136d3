package io.freshmaker.command.policy;

import static org.mockito.Mockito.mock;

import io.freshmaker.command.compose.ComposeUses;
import io.freshmaker.command.port.ComposeSystems;
import io.freshmaker.command.port.FakeComposes;
import java.time.Clock;

/** For builds that need no composes: nothing is remembered. */
final class ComposesForTests {

    private ComposesForTests() {}

    static FreshComposes none() {
        ComposeSystems systems = new ComposeSystems(new FakeComposes(), new FakeComposes());
        return new FreshComposes(systems, mock(ComposeUses.class), mock(ComposeNews.class), Clock.systemUTC());
    }
}

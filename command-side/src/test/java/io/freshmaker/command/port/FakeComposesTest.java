package io.freshmaker.command.port;

import io.freshmaker.command.port.Compose.State;

class FakeComposesTest extends ComposesContract {

    private final FakeComposes composes = new FakeComposes();

    @Override
    protected Composes composes() {
        return composes;
    }

    @Override
    protected void becomes(long number, State state) {
        composes.becomes(number, state);
    }
}

package io.freshmaker.command.adapter.distgit;

import java.util.Collection;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;

/** What the servers of the tests do with a push: everything but in repositories called closed. */
final class GitSide {

    private GitSide() {}

    static ReceivePack receiving(Repository repository) {
        ReceivePack receive = new ReceivePack(repository);
        receive.setPreReceiveHook((_, commands) -> refuseClosed(repository, commands));
        return receive;
    }

    private static void refuseClosed(Repository repository, Collection<ReceiveCommand> commands) {
        if (!repository.getDirectory().getName().equals("closed")) return;
        commands.forEach(
                command -> command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, "robin may not push here"));
    }
}

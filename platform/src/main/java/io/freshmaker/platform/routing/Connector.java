package io.freshmaker.platform.routing;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.extensions.jgroups.commandhandling.JGroupsConnector;
import org.axonframework.serialization.Serializer;
import org.jgroups.JChannel;
import org.jgroups.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the process that handles a command and takes it there; knows whether this one has company. */
final class Connector extends JGroupsConnector {

    private static final Logger log = LoggerFactory.getLogger(Connector.class);

    private final JChannel channel;
    private volatile boolean hadCompany;
    private volatile boolean alone = true;
    private volatile long changed = System.nanoTime();

    Connector(JChannel channel, String cluster, CommandBus segment, Serializer serializer) {
        super(builder()
                .channel(channel)
                .clusterName(cluster)
                .localSegment(segment)
                .serializer(serializer)
                .executorService(Executors.newCachedThreadPool(threads())));
        this.channel = channel;
    }

    /** An answer that nobody waits for any more makes the extension stumble over a null: no harm is done. */
    private static ThreadFactory threads() {
        return Thread.ofPlatform()
                .daemon()
                .name("cluster-", 0)
                .uncaughtExceptionHandler((_, e) -> log.debug("A message of another member was not understood", e))
                .factory();
    }

    @Override
    public synchronized void viewAccepted(View view) {
        super.viewAccepted(view);
        alone = view.size() == 1;
        hadCompany |= !alone;
        changed = System.nanoTime();
        log.info("Members that commands may go to or come from: {}", view.getMembers());
    }

    /** Whether a process is known that handles commands. */
    boolean knowsHandler() {
        return findDestination(GenericCommandMessage.asCommandMessage(Probe.SAMPLE))
                .isPresent();
    }

    /** Whether it has never met another member, or lost the last one longer ago than that. */
    boolean isAloneFor(Duration time) {
        return alone && (!hadCompany || System.nanoTime() - changed > time.toNanos());
    }

    void close() {
        disconnect();
        channel.close();
    }
}

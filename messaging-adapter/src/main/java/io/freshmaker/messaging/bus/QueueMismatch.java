package io.freshmaker.messaging.bus;

/** A queue with one of our names is there and is not like ours, so that messages in it might be lost. The message is a sentence. */
public class QueueMismatch extends RuntimeException {

    QueueMismatch(String queue, String complaint) {
        super("the queue %s is there with other properties than ours (%s): delete it once nobody needs what is in it"
                .formatted(queue, complaint));
    }
}

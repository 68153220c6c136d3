package io.freshmaker.platform.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Has what a processor's handler is given one by one handled together, right before the batch is committed. */
public final class FactBatch {

    private FactBatch() {}

    /** @param owner whose batch it is: a batch may have one for each handling class */
    public static <T> void add(UnitOfWork<?> unit, Class<?> owner, T item, Consumer<List<T>> handler) {
        List<T> batch = unit.root().getOrComputeResource(owner.getName(), _ -> {
            List<T> items = new ArrayList<>();
            unit.root().onPrepareCommit(_ -> handler.accept(items));
            return items;
        });
        batch.add(item);
    }
}

package io.freshmaker.command.adapter.koji;

/** The states of a task, with Koji's numbers (spec §9.2): the order is the number. */
enum TaskState {
    FREE,
    OPEN,
    CLOSED,
    CANCELED,
    ASSIGNED,
    FAILED;

    /** @param info an answer of {@code getTaskInfo} */
    static TaskState of(Value info) {
        long number = info.field("state").number();
        if (number < 0 || number >= values().length) {
            throw info.strange("the task state " + number);
        }
        return values()[(int) number];
    }

    boolean hasEnded() {
        return this == CLOSED || this == CANCELED || this == FAILED;
    }
}

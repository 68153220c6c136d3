package io.freshmaker.query.build;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of builds, to read. */
interface BuildRows extends Repository<BuildRow, String>, JpaSpecificationExecutor<BuildRow> {

    Optional<BuildRow> findByNumber(int number);

    List<BuildRow> findByNumberIn(Collection<Integer> numbers);

    List<BuildRow> findByEventNumberOrderByNumber(int eventNumber);

    List<BuildRow> findByNumberInOrderByNumber(Collection<Integer> numbers);

    List<BuildRow> findByBuildKeyIn(Collection<String> keys);

    @Query("select b.json from BuildRow b where b.eventNumber in :events order by b.number")
    List<String> jsonOf(Collection<Integer> events);

    @Query("select b.eventNumber as event, b.state as state, count(*) as builds from BuildRow b"
            + " where b.eventNumber in :events group by b.eventNumber, b.state")
    List<Count> countByState(Collection<Integer> events);

    @Query("select count(*) from BuildRow b where b.eventNumber = :event and b.state in :states")
    long countIn(int event, Collection<Integer> states);

    /** How many builds of an Event are in a state. */
    interface Count {

        int getEvent();

        int getState();

        long getBuilds();
    }
}

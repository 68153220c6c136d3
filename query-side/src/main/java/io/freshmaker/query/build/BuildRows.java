package io.freshmaker.query.build;

import jakarta.persistence.QueryHint;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The rows of builds, to read. */
interface BuildRows extends Repository<BuildRow, String> {

    Optional<BuildRow> findByNumber(int number);

    List<BuildRow> findByNumberIn(Collection<Integer> numbers);

    @QueryHints(@QueryHint(name = HibernateHints.HINT_READ_ONLY, value = "true")) // thousands, and nobody changes them
    List<BuildRow> findByEventNumberOrderByNumber(int eventNumber);

    List<BuildRow> findByNumberInOrderByNumber(Collection<Integer> numbers);

    List<BuildRow> findByBuildKeyIn(Collection<String> keys);

    @Query("select count(*) from BuildRow b where b.eventNumber = :event and b.state in :states")
    long countIn(int event, Collection<Integer> states);
}

package io.freshmaker.query.event;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** The rows of Events, to read. */
interface EventRows extends Repository<EventRow, String> {

    Optional<EventRow> findByNumber(int number);

    Optional<EventRow> findByEventKey(String key);

    List<EventRow> findBySearchKeyAndStateInOrderByNumber(String searchKey, Collection<Integer> states);

    List<EventRow> findByNumberIn(Collection<Integer> numbers);

    long countByStateIn(Collection<Integer> states);

    List<EventRow> findByStateInAndListedTrueOrderByNumberDesc(Collection<Integer> states, Limit most);
}

package io.freshmaker.command.policy;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.EarlierRebuilds;
import io.freshmaker.command.port.RebuildOrigins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which images were rebuilt for which advisory, in PostgreSQL; {@link RebuiltImageProjection} fills it. */
@Component
class RebuiltImages implements EarlierRebuilds, RebuildOrigins {

    private final JdbcClient sql;

    RebuiltImages(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Rebuilt> of(long advisory) {
        return sql.sql("""
            select original_nvr, rebuilt_nvr, event_number, build_number, contained from rebuilt_image
            where search_key = ? and rebuilt_nvr is not null order by event_number, build_number\
            """)
                .param(String.valueOf(advisory))
                .query(RebuiltImages::rebuilt)
                .list();
    }

    @Override
    public Map<Nvr, Nvr> of(Collection<Nvr> rebuilt) {
        return sql
                .sql("""
                    select distinct on (rebuilt_nvr) rebuilt_nvr, original_nvr from rebuilt_image where rebuilt_nvr = any(?)
                    order by rebuilt_nvr, event_number desc, build_number desc\
                    """)
                .param(rebuilt.stream().map(Nvr::value).toArray(String[]::new))
                .query((row, _) -> Map.entry(new Nvr(row.getString(1)), new Nvr(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** It is to be rebuilt. */
    void planned(BuildId build, long advisory, int event, int number, String original) {
        sql.sql("""
            insert into rebuilt_image (build_id, search_key, event_number, build_number, original_nvr)
            values (?, ?, ?, ?, ?) on conflict do nothing\
            """)
                .params(build.value(), String.valueOf(advisory), event, number, original)
                .update();
    }

    /** It was found to contain these. */
    void contains(BuildId build, Collection<String> rpms) {
        sql.sql("update rebuilt_image set contained = ? where build_id = ?")
                .params(String.join(" ", new TreeSet<>(rpms)), build.value())
                .update();
    }

    /** It ended well. Of what was never planned here nothing is kept. */
    void rebuilt(BuildId build, String nvr) {
        sql.sql("update rebuilt_image set rebuilt_nvr = ? where build_id = ?")
                .params(nvr, build.value())
                .update();
    }

    void empty() {
        sql.sql("delete from rebuilt_image").update();
    }

    private static Rebuilt rebuilt(ResultSet row, int index) throws SQLException {
        return new Rebuilt(
                new Nvr(row.getString(1)),
                new Nvr(row.getString(2)),
                row.getInt(3),
                row.getInt(4),
                Arrays.stream(row.getString(5).split(" "))
                        .filter(nvr -> !nvr.isEmpty())
                        .map(Nvr::new)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}

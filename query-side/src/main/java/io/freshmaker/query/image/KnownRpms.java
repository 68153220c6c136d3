package io.freshmaker.query.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.value.RpmSortKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The RPMs that images contain, by the numbers under which images list them. */
@Component
class KnownRpms {

    private final JdbcClient sql;

    KnownRpms(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * An RPM.
     *
     * @param arch empty where it is the image's
     */
    record KnownRpm(int number, String nvr, String arch) {

        /** As the manifest of an image names it: with its architecture where that is not the image's. */
        String text() {
            return arch.isEmpty() ? nvr : nvr + "." + arch;
        }
    }

    /** The numbers of packages with these names, as far as some image contains them. */
    List<Integer> packages(Collection<String> names) {
        return sql.sql("select id from known_package where name = any(?) order by id")
                .param(names.toArray(String[]::new))
                .query((row, _) -> row.getInt("id"))
                .list();
    }

    /** Builds of these packages, by their numbers. */
    Map<Integer, KnownRpm> ofPackages(Collection<Integer> packages) {
        return byNumber("package", packages);
    }

    /** Those with these numbers. */
    Map<Integer, KnownRpm> withNumbers(Collection<Integer> numbers) {
        return byNumber("id", numbers);
    }

    /** The numbers of the builds of the same package that are older, as RPM compares. */
    List<Integer> olderThan(Nvr build) {
        return sql.sql("""
            select r.id from known_rpm r join known_package p on p.id = r.package
            where p.name = ? and r.sort_key < ? order by r.id\
            """)
                .params(build.name(), RpmSortKey.of(build))
                .query((row, _) -> row.getInt("id"))
                .list();
    }

    private Map<Integer, KnownRpm> byNumber(String column, Collection<Integer> numbers) {
        return sql
                .sql("select id, nvr, arch from known_rpm where " + column + " = any(?)")
                .param(numbers.toArray(Integer[]::new))
                .query((row, _) -> new KnownRpm(row.getInt("id"), row.getString("nvr"), row.getString("arch")))
                .list()
                .stream()
                .collect(Collectors.toMap(KnownRpm::number, Function.identity(), (one, _) -> one, TreeMap::new));
    }
}

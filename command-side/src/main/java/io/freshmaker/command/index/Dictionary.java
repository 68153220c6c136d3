package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.value.RpmSortKey;
import io.freshmaker.command.index.Manifest.Entry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives RPMs and their packages numbers, by which images list them. Only one process at a time may add some. */
record Dictionary(JdbcClient sql) {

    /** An RPM's number and that of its package. */
    record Numbers(int rpm, int pack) {}

    /** Of all of them; who is new gets one. */
    Map<Entry, Numbers> numbersOf(Set<Entry> entries) {
        Map<Entry, Numbers> known = known(entries);
        List<Entry> added =
                entries.stream().filter(entry -> !known.containsKey(entry)).toList();
        if (!added.isEmpty()) known.putAll(add(added));
        return known;
    }

    /** The RPMs with these numbers. */
    Map<Integer, Entry> entries(Collection<Integer> numbers) {
        Map<Integer, Entry> entries = new HashMap<>();
        sql.sql("select id, nvr, arch from image_rpm where id = any(?)")
                .param(numbers.toArray(Integer[]::new))
                .query(row -> {
                    entries.put(row.getInt("id"), new Entry(row.getString("nvr"), row.getString("arch")));
                });
        return entries;
    }

    /** The numbers of packages with these names, as far as some image contains them. */
    List<Integer> packages(Collection<String> names) {
        return sql.sql("select id from image_package where name = any(?) order by id")
                .param(names.toArray(String[]::new))
                .query((row, _) -> row.getInt("id"))
                .list();
    }

    private Map<Entry, Numbers> known(Collection<Entry> entries) {
        Map<Entry, Numbers> known = new HashMap<>();
        sql.sql("""
            select id, package, nvr, arch from image_rpm
            join unnest(?::text[], ?::text[]) as wanted (nvr, arch) using (nvr, arch)\
            """)
                .params(
                        entries.stream().map(Entry::nvr).toArray(String[]::new),
                        entries.stream().map(Entry::arch).toArray(String[]::new))
                .query(row -> {
                    known.put(
                            new Entry(row.getString("nvr"), row.getString("arch")),
                            new Numbers(row.getInt("id"), row.getInt("package")));
                });
        return known;
    }

    private Map<Entry, Numbers> add(List<Entry> entries) {
        List<Nvr> nvrs = entries.stream().map(entry -> new Nvr(entry.nvr())).toList();
        String[] names = nvrs.stream().map(Nvr::name).toArray(String[]::new);
        addPackages(nvrs.stream().map(Nvr::name).collect(Collectors.toSet()));
        sql.sql("""
            insert into image_rpm (package, nvr, arch, sort_key)
            select image_package.id, added.nvr, added.arch, decode(added.sort_key, 'hex')
            from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as added (name, nvr, arch, sort_key) join image_package using (name)\
            """)
                .params(
                        names,
                        entries.stream().map(Entry::nvr).toArray(String[]::new),
                        entries.stream().map(Entry::arch).toArray(String[]::new),
                        nvrs.stream()
                                .map(nvr -> HexFormat.of().formatHex(RpmSortKey.of(nvr)))
                                .toArray(String[]::new))
                .update();
        return known(entries);
    }

    /** Not "on conflict": that would use up a number for each that is there already. */
    private void addPackages(Set<String> names) {
        sql.sql("""
            insert into image_package (name) select name from unnest(?::text[]) as added (name)
            where not exists (select from image_package as known where known.name = added.name)\
            """).param(names.toArray(String[]::new)).update();
    }
}

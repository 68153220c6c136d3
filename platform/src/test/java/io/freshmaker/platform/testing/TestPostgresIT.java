package io.freshmaker.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestPostgresIT {

    @Test
    void each_database_has_the_schema_and_sees_nothing_of_another() {
        try (TestDatabase one = TestPostgres.fresh();
                TestDatabase other = TestPostgres.fresh()) {
            one.sql()
                    .sql("insert into build_log values ('build-1', 'text', now())")
                    .update();

            assertThat(logs(one)).isEqualTo(1);
            assertThat(logs(other)).isZero();
        }
    }

    private static Long logs(TestDatabase database) {
        return database.sql()
                .sql("select count(*) from build_log")
                .query(Long.class)
                .single();
    }
}

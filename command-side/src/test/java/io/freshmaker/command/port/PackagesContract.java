package io.freshmaker.command.port;

import static io.freshmaker.command.port.FakeCatalog.rpm;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Packages} must do. */
public abstract class PackagesContract {

    private static final KnownPackage WEB = rpm("web", "f42", "tls", "zip", "web");
    private static final KnownPackage CLIENT = rpm("client", "f42", "web", "tls");
    private static final KnownPackage OLD_WEB = rpm("web", "f41", "tls");

    /** One that knows exactly these. */
    protected abstract Packages knowing(KnownPackage... packages);

    @Test
    void packages_are_found_by_what_they_are_built_with_in_the_order_of_their_names() {
        assertThat(knowing(WEB, CLIENT, OLD_WEB).builtWith(List.of("tls"), "f42"))
                .containsExactly(CLIENT, WEB);
    }

    @Test
    void what_is_built_with_several_is_there_once() {
        assertThat(knowing(WEB, CLIENT).builtWith(Set.of("zip", "tls"), "f42")).containsExactly(CLIENT, WEB);
    }

    @Test
    void only_one_generation_is_answered() {
        assertThat(knowing(WEB, CLIENT).builtWith(List.of("zip"), "f42")).containsExactly(WEB);
    }

    @Test
    void a_package_is_another_one_on_each_branch() {
        assertThat(knowing(WEB, CLIENT, OLD_WEB).builtWith(List.of("tls"), "f41"))
                .containsExactly(OLD_WEB);
    }

    @Test
    void a_package_may_be_built_with_itself() {
        assertThat(knowing(WEB).builtWith(List.of("web"), "f42")).containsExactly(WEB);
    }

    @Test
    void what_nobody_knows_is_an_empty_list() {
        assertThat(knowing(WEB).builtWith(List.of("tl"), "f42")).isEmpty();
        assertThat(knowing(WEB).builtWith(List.of("tls"), "f4")).isEmpty();
        assertThat(knowing(WEB).builtWith(List.of(), "f42")).isEmpty();
    }
}

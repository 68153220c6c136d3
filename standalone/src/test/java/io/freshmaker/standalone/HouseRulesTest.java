package io.freshmaker.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of {@code docs/architecture.md}. */
class HouseRulesTest {

    private static final String HOUSE = "io.freshmaker..";
    private static final String COMMAND = "io.freshmaker.command.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar")) // as verify packs them
            .importPackages("io.freshmaker");

    @ParameterizedTest
    @CsvSource({"api, ", "platform, api", "command, api platform", "messaging, api platform", "query, api platform"})
    void a_room_sees_only_the_rooms_beneath_it(String room, String beneath) {
        String[] allowed = ("java.. " + room + " " + (beneath == null ? "" : beneath))
                .strip()
                .split(" ");
        for (int i = 1; i < allowed.length; i++) {
            allowed[i] = "io.freshmaker." + allowed[i] + "..";
        }
        classes()
                .that()
                .resideInAPackage("io.freshmaker." + room + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(HOUSE)).or(resideInAnyPackage(allowed)))
                .check(CLASSES);
    }

    @Test
    void the_language_knows_neither_spring_nor_tables() {
        noClasses()
                .that()
                .resideInAPackage("io.freshmaker.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta.persistence..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void plans_and_values_are_pure_java() {
        noClasses()
                .that()
                .resideInAnyPackage("io.freshmaker.api.plan..", "io.freshmaker.api.value..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.axonframework..", "org.springframework..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "artifactbuild", "compose", "leftover", "rebuild"})
    void aggregates_and_sagas_see_neither_ports_nor_handlers_nor_the_web(String room) {
        noClasses()
                .that()
                .resideInAPackage(COMMAND + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        COMMAND + "port..",
                        COMMAND + "adapter..",
                        COMMAND + "handler..",
                        COMMAND + "policy..",
                        "org.springframework.web..")
                .check(CLASSES);
    }

    @Test
    void handlers_see_the_language_algorithms_ports_and_rules() {
        classes()
                .that()
                .resideInAPackage(COMMAND + "handler..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(HOUSE))
                        .or(resideInAnyPackage(
                                "io.freshmaker.api..",
                                COMMAND + "bundle..",
                                COMMAND + "handler..",
                                COMMAND + "graph..",
                                COMMAND + "image..",
                                COMMAND + "port..",
                                COMMAND + "rules..")))
                .check(CLASSES);
    }

    @Test
    void image_algorithms_see_the_language_and_ports_and_are_pure_java() {
        classes()
                .that()
                .resideInAPackage(COMMAND + "image..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(HOUSE))
                        .or(resideInAnyPackage(
                                "io.freshmaker.api..", COMMAND + "graph..", COMMAND + "image..", COMMAND + "port.."))
                        .and(not(resideInAnyPackage("org.axonframework..", "org.springframework.."))))
                .check(CLASSES);
    }

    @Test
    void the_algorithm_of_bundles_asks_nobody_and_is_pure_java() {
        classes()
                .that()
                .resideInAPackage(COMMAND + "bundle..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", "io.freshmaker.api..", COMMAND + "bundle..")
                                .or(resideInAPackage(COMMAND + "port..").and(assignableTo(Record.class))))
                .check(CLASSES);
    }

    @Test
    void graphs_are_of_anything() {
        classes()
                .that()
                .resideInAPackage(COMMAND + "graph..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", COMMAND + "graph..")
                .check(CLASSES);
    }

    @Test
    void policies_see_no_adapter() {
        noClasses()
                .that()
                .resideInAPackage(COMMAND + "policy..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(COMMAND + "adapter..")
                .check(CLASSES);
    }

    @Test
    void an_adapter_knows_its_system_and_nothing_of_axon_or_of_another_adapter() {
        noClasses()
                .that()
                .resideInAPackage(COMMAND + "adapter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(CLASSES);
        slices().matching(COMMAND + "adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "platform", "command", "messaging", "query", "standalone"})
    void packages_have_no_cycles(String room) {
        slices().matching("io.freshmaker." + room + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveNameMatching(".*(Util|Utils|Manager|Impl)")
                .orShould()
                .haveNameMatching(".*[.$]Base[A-Z].*")
                .check(CLASSES);
    }

    @Test
    void what_a_class_needs_is_given_to_its_constructor() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .areNotAnnotatedWith("org.axonframework.spring.stereotype.Saga")
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.persistence.PersistenceContext")
                .check(CLASSES);
    }

    @Test
    void the_time_comes_from_a_clock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void only_programs_for_people_print() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.freshmaker.standalone..", "io.freshmaker.benchmarks..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }
}

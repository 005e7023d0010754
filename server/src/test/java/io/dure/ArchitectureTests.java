package io.dure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Repository;

/// The walls that the compiler cannot build. Generated classes live in `db` packages and are not
/// ours to judge.
@AnalyzeClasses(packages = "io.dure", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    private static final String GENERATED = "..db..";

    @ArchTest
    static final ArchRule enginesKnowNeitherSpringNorTheServer =
            noClasses()
                    .that()
                    .resideInAPackage("io.dure.engines..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..", "io.dure.platform..", "io.dure.cloud..");

    @ArchTest
    static final ArchRule enginesKnowNoOtherEngine =
            com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
                    .matching("io.dure.engines.(*)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule theClockIsInjected =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(GENERATED)
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(GENERATED)
                    .should()
                    .haveNameMatching(
                            ".*(Manager|Utils?|Helper|Impl|Dto|DTO|Processor|Info|Data|\\.Base\\w+|\\.Abstract\\w+)");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyItsModuleSeesARepository =
            classes().that().areAnnotatedWith(Repository.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule controllersLeaveSqlToRepositories =
            noClasses()
                    .that()
                    .resideInAPackage("..web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.jooq..");
}

package org.persistentchat.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between packages, and from this module to the chat. */
@AnalyzeClasses(packages = "org.persistentchat.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("org.persistentchat.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_DATABASE_AND_THE_ARCHIVE_ARE_BEHIND_THE_CHAT = noClasses()
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                            "java.sql..", "jakarta.persistence..", "jakarta.jms..", "org.persistentchat.compliance..")
                    // what a compliance officer is shown is the record as it was stored
                    .and(JavaClass.Predicates.resideOutsideOfPackage("org.persistentchat.compliance.record")));

    @ArchTest
    static final ArchRule OF_THE_ARCHIVE_ONLY_WHAT_IT_PUBLISHES = noClasses()
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.persistentchat.archive..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("org.persistentchat.archive.api..")));

    @ArchTest
    static final ArchRule ONE_CLASS_KNOWS_UNDERTOW = noClasses()
            .that()
            .haveNameNotMatching(".*UndertowFrameSender.*")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("io.undertow..", "org.xnio.."));

    @ArchTest
    static final ArchRule THE_WAY_TO_THE_SOCKET_KNOWS_NO_CHAT = noClasses()
            .that()
            .resideInAPackage("org.persistentchat.web.outbound..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackages("org.persistentchat.web.outbound..")
                    .and(JavaClass.Predicates.resideInAPackage("org.persistentchat..")));
}

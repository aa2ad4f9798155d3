package org.persistentchat.archive;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The archive knows of the chat what is published for it, and nothing else. */
@AnalyzeClasses(packages = "org.persistentchat.archive", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_ARCHIVE_KNOWS_ONLY_THE_PUBLISHED_RECORDS = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.persistentchat..")
                    .and(resideOutsideOfPackages(
                            "org.persistentchat.archive..",
                            "org.persistentchat.compliance.record",
                            "org.persistentchat.compliance.adapter",
                            "org.persistentchat.export",
                            "org.persistentchat.discovery",
                            "org.persistentchat.expiry",
                            "org.persistentchat.wording")));

    @ArchTest
    static final ArchRule ONLY_THE_BEANS_KNOW_THE_CONTAINER = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Bean")
            .and()
            .haveSimpleNameNotEndingWith("Startup")
            .and()
            .doNotHaveSimpleName("ArchiveDatabase")
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.jms..", "jakarta.ejb..", "jakarta.enterprise.."));
}

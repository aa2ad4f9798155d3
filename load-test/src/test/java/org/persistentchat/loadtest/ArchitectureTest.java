package org.persistentchat.loadtest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages, and to the rest of the product: none. */
@AnalyzeClasses(packages = "org.persistentchat", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching("org.persistentchat.loadtest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_CLIENT_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("..loadtest.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..loadtest.irc..", "..loadtest.verify..", "..loadtest.replay..", "..loadtest.load..");

    @ArchTest
    static final ArchRule ONLY_THE_CLIENT_KNOWS_THE_NETWORK = noClasses()
            .that()
            .resideOutsideOfPackages("..loadtest.client..", "..loadtest.load..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "java.net.http..");
}

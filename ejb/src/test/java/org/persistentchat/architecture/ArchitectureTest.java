package org.persistentchat.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.sql.PreparedStatement;

/** The arrows of the architecture document. */
@AnalyzeClasses(packages = "org.persistentchat", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theChatKnowsNoTransport = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.websocket..", "jakarta.ws.rs..", "jakarta.servlet..", "io.undertow..", "io.netty..");

    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("org.persistentchat.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theGroundKnowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage("..id..", "..error..", "..config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..room..",
                    "..identity..",
                    "..event..",
                    "..stream..",
                    "..journal..",
                    "..history..",
                    "..marker..",
                    "..principal..",
                    "..change..",
                    "..session..",
                    "..compliance..");

    @ArchTest
    static final ArchRule theJournalAndTheStreamsKnowNoSession = noClasses()
            .that()
            .resideInAnyPackage("..event..", "..stream..", "..journal..", "..history..", "..room..", "..identity..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..session..");

    @ArchTest
    static final ArchRule whatIsPublishedToTheArchiveKnowsNothingElseOfTheChat = noClasses()
            .that()
            .resideInAPackage("org.persistentchat.compliance.record..")
            .should()
            .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "lie elsewhere in the product",
                    type -> type.getPackageName().startsWith("org.persistentchat.")
                            && !type.getPackageName().startsWith("org.persistentchat.compliance.record")));

    @ArchTest
    static final ArchRule entitiesArePrivateToTheirFeature = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule jpaIsForWhatIsAdministered = noClasses()
            .that()
            .resideOutsideOfPackages("..identity..", "..room..", "..database..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule messagingIsForCompliance = noClasses()
            .that()
            .resideOutsideOfPackage("org.persistentchat.compliance")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.jms..");

    /** The exceptions are beans of several features, and the row that the journal writes for compliance. */
    @ArchTest
    static final ArchRule whoSpeaksJdbcIsPrivateToItsFeature = noClasses()
            .that()
            .haveModifier(PUBLIC)
            .and()
            .haveNameNotMatching(
                    ".*\\.(EventStore|EventRange|MessageReader|RoomPositions|SigningKeys|SpentTokens|OutboxTable|UtcTimestamp|IdLists.*)")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(PreparedStatement.class);
}

package org.persistentchat.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real LDAP server holds is what the content database knows, whatever happens to either. */
class DirectorySyncTest {
    private static final DirectorySync.Wanted WHOLE = new DirectorySync.Wanted(true, 100);
    private static final DirectorySync.Wanted CHANGES = new DirectorySync.Wanted(false, 100);
    private static final String PEOPLE = "ou=People," + RunningLdap.BASE;
    private static final String ANA = "uid=ana," + PEOPLE;
    private static final String BEN = "uid=ben," + PEOPLE;
    private static final String INNER = "cn=Inner," + RunningLdap.BASE;
    private static final String OUTER = "cn=Outer," + RunningLdap.BASE;

    private final SyncedContent content = new SyncedContent();
    private final RunningLdap ldap;
    private final DirectorySync sync;

    DirectorySyncTest() throws LDAPException {
        ldap = new RunningLdap();
        sync = content.sync(new LdapDirectory(ldap.settings()), 1);
    }

    @BeforeEach
    void fill() throws LDAPException {
        ldap.unit(PEOPLE);
        ldap.person(ANA, "ana", "Ana Ruiz");
        ldap.person(BEN, "ben", "Ben Ito");
        ldap.group(INNER, ANA);
        ldap.group(OUTER, INNER, BEN, "uid=unknown,dc=elsewhere");
    }

    @AfterEach
    void stop() {
        ldap.close();
    }

    private void read(DirectorySync.Wanted wanted) throws Exception {
        assertThat(sync.run(wanted)).isTrue();
        assertThat(content.status().failure()).isEmpty();
        assertThat(content.status().outcome()).isEqualTo("done");
    }

    @Test
    void peopleGroupsAndUnitsComeWithTheirMemberships() throws Exception {
        read(WHOLE);
        assertThat(content.groupsOf(content.person("ana")))
                .containsExactlyInAnyOrder(content.group("Inner"), content.group("People"));
        assertThat(content.groupsOf(content.group("Inner"))).containsExactly(content.group("Outer"));
        assertThat(content.groupsOf(content.person("ben")))
                .containsExactlyInAnyOrder(content.group("Outer"), content.group("People"));
        assertThat(content.status().counts().created()).isEqualTo(5);
    }

    @Test
    void whatIsAsItWasIsNotTouched() throws Exception {
        read(WHOLE);
        content.changes.clear();
        read(WHOLE);
        assertThat(content.changes).isEmpty();
        assertThat(content.status().counts()).isEqualTo(new RunCounts(5, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void oneChangeTouchesOnePerson() throws Exception {
        read(WHOLE);
        content.changes.clear();
        ldap.set(ANA, "cn", "Ana Ruiz Soto");
        read(CHANGES);
        assertThat(content.changes)
                .containsExactlyInAnyOrder("PERSON " + content.person("ana"), "MEMBERSHIP " + content.person("ana"));
        assertThat(content.content.numbers("SELECT COUNT(*) FROM person WHERE display_name = ?", "Ana Ruiz Soto"))
                .containsExactly(1L);
    }

    @Test
    void whoIsRenamedIsTheSamePerson() throws Exception {
        read(WHOLE);
        long ana = content.person("ana");
        ldap.rename(ANA, "uid=anna");
        ldap.set(INNER, "member", "uid=anna," + PEOPLE);
        read(CHANGES);
        assertThat(content.person("anna")).isEqualTo(ana);
        assertThat(content.groupsOf(ana)).contains(content.group("Inner"));
    }

    @Test
    void twoWhoChangeAccountsKeepWhoTheyAre() throws Exception {
        read(WHOLE);
        long ana = content.person("ana");
        long ben = content.person("ben");
        ldap.rename(ANA, "uid=x");
        ldap.rename(BEN, "uid=ana");
        ldap.rename("uid=x," + PEOPLE, "uid=ben");
        read(WHOLE);
        assertThat(content.person("ben")).isEqualTo(ana);
        assertThat(content.person("ana")).isEqualTo(ben);
    }

    @Test
    void membersWhoGoAreRemovedAndOthersStay() throws Exception {
        read(WHOLE);
        ldap.set(OUTER, "member", INNER);
        read(CHANGES);
        assertThat(content.groupsOf(content.person("ben"))).containsExactly(content.group("People"));
        assertThat(content.groupsOf(content.group("Inner"))).containsExactly(content.group("Outer"));
    }

    @Test
    void whoIsDeletedIsDeactivatedAndComesBackAsTheSame() throws Exception {
        read(WHOLE);
        ldap.delete(BEN);
        ldap.delete(OUTER);
        read(WHOLE);
        assertThat(content.isActive("ben")).isFalse();
        assertThat(content.isActive("ana")).isTrue();
        assertThat(content.content.numbers("SELECT COUNT(*) FROM principal_group WHERE name = ?", "Outer"))
                .containsExactly(0L);
        assertThat(content.groupsOf(content.group("Inner"))).isEmpty();
    }

    @Test
    void aGroupThatKeepsSomebodyOutStaysWhenItIsDeleted() throws Exception {
        read(WHOLE);
        long inner = content.group("Inner");
        content.denying.add(inner);
        ldap.delete(INNER);
        read(WHOLE);
        assertThat(content.group("Inner")).isEqualTo(inner);
        assertThat(content.groupsOf(content.person("ana"))).contains(inner);
        assertThat(content.status().counts().kept()).isEqualTo(1);
        read(WHOLE);
        assertThat(content.status().counts().kept()).isZero();
    }

    @Test
    void groupsThatContainEachOtherAreTakenOverAsTheyAre() throws Exception {
        ldap.set(INNER, "member", ANA, OUTER);
        read(WHOLE);
        assertThat(content.groupsOf(content.group("Outer"))).containsExactly(content.group("Inner"));
        assertThat(content.groupsOf(content.group("Inner"))).containsExactly(content.group("Outer"));
    }

    @Test
    void entriesThatCannotBeTakenOverDoNotStopTheRest() throws Exception {
        content.content.execute(
                "INSERT INTO person (person_id, account, account_folded, display_name, internal, active,"
                        + " created_at) VALUES (7, 'cy', 'cy', 'Cy', 1, 1, CURRENT_TIMESTAMP)");
        ldap.add("dn: cn=nameless," + PEOPLE, "objectClass: inetOrgPerson", "cn: Nobody");
        ldap.add("dn: uid=dee," + PEOPLE, "objectClass: inetOrgPerson", "uid: dee");
        ldap.person("uid=cy," + PEOPLE, "cy", "Cy of the directory");
        read(WHOLE);
        assertThat(content.status().counts().skipped()).isEqualTo(2);
        assertThat(content.content.numbers("SELECT COUNT(*) FROM person WHERE display_name = ?", "dee"))
                .as("without a name it is the account")
                .containsExactly(1L);
        assertThat(content.content.numbers(
                        "SELECT COUNT(*) FROM person WHERE account = ? AND source = ?", "cy", "LOCAL"))
                .as("a local account stays what it was")
                .containsExactly(1L);
        assertThat(content.isActive("ana")).isTrue();
    }

    @Test
    void unitsThatMoveTakeAllAlongThatLiesInThem() throws Exception {
        read(WHOLE);
        ldap.rename(PEOPLE, "ou=Staff");
        read(CHANGES);
        assertThat(content.status().whole()).isTrue();
        assertThat(content.isActive("ana")).isTrue();
        assertThat(content.groupsOf(content.person("ana"))).contains(content.group("Staff"));
    }

    @Test
    void aServerThatIsDownChangesNothing() throws Exception {
        read(WHOLE);
        ldap.stop();
        assertThat(sync.run(WHOLE)).isTrue();
        assertThat(content.status().outcome()).isEqualTo("failed");
        assertThat(content.status().failure()).isPresent();
        assertThat(content.isActive("ana")).isTrue();
        assertThat(content.status().running()).as("the next may try").isFalse();
    }

    @Test
    void aWrongPasswordIsToldAndTheCredentialsAreNot() throws Exception {
        LdapSettings wrong = ldap.settings("not-the-password");
        assertThat(content.sync(new LdapDirectory(wrong), 1).run(WHOLE)).isTrue();
        assertThat(content.status().failure().orElseThrow())
                .contains("invalid credentials")
                .doesNotContain("not-the-password");
    }

    @Test
    void aReadingThatLacksTooMuchRemovesNothing() throws Exception {
        for (int number = 0; number < 30; number++) {
            ldap.person("uid=p" + number + "," + PEOPLE, "p" + number, "P " + number);
        }
        read(WHOLE);
        for (int number = 0; number < 15; number++) {
            ldap.delete("uid=p" + number + "," + PEOPLE);
        }
        assertThat(sync.run(new DirectorySync.Wanted(true, 20))).isTrue();
        assertThat(content.status().failure().orElseThrow()).contains("lacks 15 of 32");
        assertThat(content.isActive("p3")).isTrue();
        read(WHOLE);
        assertThat(content.isActive("p3")).isFalse();
    }

    @Test
    void fiveThousandComeInPages() throws Exception {
        String[] members = new String[5_000];
        for (int number = 0; number < members.length; number++) {
            members[number] = "uid=q" + number + "," + PEOPLE;
            ldap.person(members[number], "q" + number, "Person " + number);
        }
        ldap.group("cn=All," + RunningLdap.BASE, members);
        read(WHOLE);
        assertThat(content.content.numbers(
                        "SELECT COUNT(*) FROM group_member WHERE group_id = ?", content.group("All")))
                .containsExactly(5_000L);
        assertThat(content.status().counts().read()).isEqualTo(5_006);
    }

    @Test
    void twoServersDoNotReadAtTheSameTime() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        OuterDirectory slow = () -> {
            DirectoryReading real = new LdapDirectory(ldap.settings()).open();
            reading.countDown();
            try {
                enough.await();
            } catch (InterruptedException stopped) {
                throw new DirectoryException("stopped", stopped);
            }
            return real;
        };
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> {
            try {
                return content.sync(slow, 1).run(WHOLE);
            } catch (java.sql.SQLException failure) {
                throw new AssertionError(failure);
            }
        });
        reading.await();
        assertThat(content.sync(new LdapDirectory(ldap.settings()), 2).run(WHOLE))
                .isFalse();
        assertThat(content.status().running()).isTrue();
        enough.countDown();
        assertThat(first.join()).isTrue();
        assertThat(content.groupsOf(content.person("ana"))).hasSize(2);
    }

    @Test
    void aServerThatSleptThroughItsLeaseWritesNothingMore() throws Exception {
        OuterDirectory stolen = () -> {
            DirectoryReading real = new LdapDirectory(ldap.settings()).open();
            content.content.execute("UPDATE directory_run SET holder = 2");
            return real;
        };
        assertThat(content.sync(stolen, 1).run(WHOLE)).isTrue();
        assertThat(content.content.numbers("SELECT COUNT(*) FROM person")).isEqualTo(List.of(0L));
    }
}

package org.persistentchat.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.List;
import java.util.Optional;

/** A real LDAP server on a TCP port of the loopback interface. */
final class RunningLdap implements AutoCloseable {
    static final String BASE = "dc=example,dc=org";
    private static final String READER = "cn=reader";
    private static final String PASSWORD = "reader-password";

    private final InMemoryDirectoryServer server;

    RunningLdap() throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials(READER, PASSWORD);
        config.setSchema(null);
        server = new InMemoryDirectoryServer(config);
        server.startListening();
        add("dn: " + BASE, "objectClass: domain", "dc: example");
    }

    LdapSettings settings() {
        return settings(PASSWORD);
    }

    @SuppressWarnings("UnnecessaryAssignment") // stands in for the container
    LdapSettings settings(String password) {
        LdapSettings settings = new LdapSettings();
        settings.urls = Optional.of(List.of("ldap://127.0.0.1:" + server.getListenPort()));
        settings.user = Optional.of(READER);
        settings.password = Optional.of(password);
        settings.base = Optional.of(BASE);
        settings.peopleFilter = "(objectClass=inetOrgPerson)";
        settings.groupsFilter = "(objectClass=groupOfNames)";
        settings.unitsFilter = "(objectClass=organizationalUnit)";
        settings.idAttribute = "entryUUID";
        settings.accountAttribute = "uid";
        settings.nameAttribute = "cn";
        settings.pageSize = 100;
        settings.timeoutSeconds = 10;
        return settings;
    }

    void add(String... ldif) throws LDAPException {
        try {
            server.add(ldif);
        } catch (com.unboundid.ldif.LDIFException wrong) {
            throw new AssertionError(wrong);
        }
    }

    void unit(String dn) throws LDAPException {
        add("dn: " + dn, "objectClass: organizationalUnit");
    }

    void person(String dn, String uid, String name) throws LDAPException {
        add("dn: " + dn, "objectClass: inetOrgPerson", "uid: " + uid, "cn: " + name, "mail: " + uid + "@example.org");
    }

    void group(String dn, String... members) throws LDAPException {
        String[] ldif = new String[members.length + 2];
        ldif[0] = "dn: " + dn;
        ldif[1] = "objectClass: groupOfNames";
        for (int at = 0; at < members.length; at++) {
            ldif[at + 2] = "member: " + members[at];
        }
        add(ldif);
    }

    void rename(String dn, String rdn) throws LDAPException {
        server.modifyDN(dn, rdn, true);
    }

    void set(String dn, String attribute, String... values) throws LDAPException {
        server.modify(dn, new Modification(ModificationType.REPLACE, attribute, values));
    }

    void delete(String dn) throws LDAPException {
        server.delete(dn);
    }

    /** Refuses connections. */
    void stop() {
        server.shutDown(true);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}

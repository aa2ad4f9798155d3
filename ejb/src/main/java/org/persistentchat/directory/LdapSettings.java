package org.persistentchat.directory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How an LDAP directory is read; keys and defaults are in {@code docs/configuration.md}. */
@Dependent
class LdapSettings {
    @Inject
    @ConfigProperty(name = "persistentchat.ldap.urls")
    Optional<List<String>> urls;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.start-tls", defaultValue = "false")
    boolean startTls;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.base")
    Optional<String> base;

    @Inject
    @ConfigProperty(
            name = "persistentchat.ldap.people-filter",
            defaultValue = "(&(objectCategory=person)(objectClass=user))")
    String peopleFilter;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.groups-filter", defaultValue = "(objectClass=group)")
    String groupsFilter;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.units-filter", defaultValue = "(objectClass=organizationalUnit)")
    String unitsFilter;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.id-attribute", defaultValue = "objectGUID")
    String idAttribute;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.account-attribute", defaultValue = "sAMAccountName")
    String accountAttribute;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.name-attribute", defaultValue = "displayName")
    String nameAttribute;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.page-size", defaultValue = "1000")
    int pageSize;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.timeout-seconds", defaultValue = "30")
    int timeoutSeconds;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.refresh-minutes", defaultValue = "5")
    int refreshMinutes;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.whole-hours", defaultValue = "24")
    int wholeHours;

    @Inject
    @ConfigProperty(name = "persistentchat.ldap.removal-percent", defaultValue = "20")
    int removalPercent;

    boolean isConfigured() {
        return urls.isPresent() && base.isPresent();
    }

    String filter(EntryKind kind) {
        return switch (kind) {
            case UNIT -> unitsFilter;
            case GROUP -> groupsFilter;
            case PERSON -> peopleFilter;
        };
    }
}

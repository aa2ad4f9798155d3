package org.persistentchat.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what LDAP entries say. */
final class LdapEntries {
    private static final String MEMBER = "member";
    private static final String UNIQUE_MEMBER = "uniqueMember";
    private static final int ACCOUNT_DISABLED = 2;

    private final LdapSettings settings;
    private final DN base;

    LdapEntries(LdapSettings settings) throws LDAPException {
        this.settings = settings;
        this.base = new DN(settings.base.orElse(""));
    }

    String[] attributes(EntryKind kind) {
        return kind == EntryKind.PERSON
                ? new String[] {
                    settings.idAttribute,
                    settings.accountAttribute,
                    settings.nameAttribute,
                    "mail",
                    "userAccountControl",
                    "nsAccountLock"
                }
                : new String[] {settings.idAttribute, "cn", "description"};
    }

    String[] memberAttributes() {
        return new String[] {settings.idAttribute, MEMBER, UNIQUE_MEMBER};
    }

    /** Identifies the entry for ever. */
    Optional<String> id(SearchResultEntry entry) {
        byte @Nullable [] id = entry.getAttributeValueBytes(settings.idAttribute);
        return id == null || id.length == 0
                ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(id));
    }

    /** What the entry says; empty if it has no id or its name is none. */
    Optional<OuterEntry> of(EntryKind kind, SearchResultEntry entry) {
        try {
            DN name = entry.getParsedDN();
            @Nullable DN parent = name.getParent();
            Optional<String> id = id(entry);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new OuterEntry(
                    kind,
                    id.get(),
                    name.toNormalizedString(),
                    parent == null ? "" : parent.toNormalizedString(),
                    path(name),
                    kind == EntryKind.PERSON ? text(entry, settings.accountAttribute) : "",
                    kind == EntryKind.PERSON
                            ? text(entry, settings.nameAttribute)
                            : name.getRDN().getAttributeValues()[0],
                    entry.getAttributeValue("mail"),
                    text(entry, "description"),
                    isActive(entry)));
        } catch (LDAPException noName) {
            return Optional.empty();
        }
    }

    /** The names below the base, outermost first. */
    private List<String> path(DN name) {
        RDN[] all = name.getRDNs();
        List<String> path = new ArrayList<>();
        for (int at = all.length - base.getRDNs().length - 1; at >= 0; at--) {
            path.add(all[at].getAttributeValues()[0]);
        }
        return path;
    }

    private static String text(SearchResultEntry entry, String attribute) {
        String value = entry.getAttributeValue(attribute);
        return value == null ? "" : value;
    }

    private static boolean isActive(SearchResultEntry entry) {
        Integer flags = entry.getAttributeValueAsInteger("userAccountControl");
        boolean disabled = flags != null && (flags & ACCOUNT_DISABLED) != 0;
        return !disabled && !"true".equalsIgnoreCase(entry.getAttributeValue("nsAccountLock"));
    }

    /** Normalised names of all members. Active Directory gives those of a large group in ranges, which are asked for one after the other. */
    List<String> members(LDAPConnection connection, SearchResultEntry group) throws LDAPException {
        List<String> members = new ArrayList<>();
        @Nullable SearchResultEntry part = group;
        while (part != null) {
            int next = 0;
            for (Attribute attribute : part.getAttributes()) {
                String name = attribute.getBaseName();
                if (name.equalsIgnoreCase(MEMBER) || name.equalsIgnoreCase(UNIQUE_MEMBER)) {
                    add(attribute, members);
                    next = Math.max(next, following(attribute));
                }
            }
            part = next == 0 ? null : connection.getEntry(group.getDN(), MEMBER + ";range=" + next + "-*");
        }
        return members;
    }

    private static void add(Attribute attribute, List<String> members) {
        for (String name : attribute.getValues()) {
            try {
                members.add(new DN(name).toNormalizedString());
            } catch (LDAPException noName) {
                // nobody is known by it
            }
        }
    }

    /** Where the next range begins; 0 if this was the last or there are no ranges. */
    private static int following(Attribute attribute) {
        for (String option : attribute.getOptions()) {
            if (option.toLowerCase(java.util.Locale.ROOT).startsWith("range=") && !option.endsWith("*")) {
                return Integer.parseInt(option.substring(option.indexOf('-') + 1)) + 1;
            }
        }
        return 0;
    }
}

package org.persistentchat.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.util.StaticUtils;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reading over one LDAP connection, in pages (RFC 2696). Changes are asked for by Active Directory's update sequence number, elsewhere by time. */
final class LdapReading implements DirectoryReading {
    private static final String USN = "usn:";
    private static final String TIME = "time:";

    /** Clocks of the directory's servers and ours may differ by so much, and a change may come so late to the server that is read. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** A group takes as much memory as it has members: few at a time. */
    private static final int GROUPS_AT_ONCE = 20;

    private final LDAPConnection connection;
    private final LdapSettings settings;
    private final LdapEntries entries;
    private final Clock clock = Clock.systemUTC();

    LdapReading(LDAPConnection connection, LdapSettings settings) throws LDAPException {
        this.connection = connection;
        this.settings = settings;
        this.entries = new LdapEntries(settings);
    }

    /** Takes one page of a search. */
    @FunctionalInterface
    private interface Page {
        void take(List<SearchResultEntry> found) throws LDAPException, DirectoryException, SQLException;
    }

    @Override
    public String mark() throws DirectoryException {
        try {
            @Nullable RootDSE root = connection.getRootDSE();
            @Nullable String usn = root == null ? null : root.getAttributeValue("highestCommittedUSN");
            if (root != null && usn != null) {
                // numbers are those of one server, and mean nothing to another
                return USN + root.getAttributeValue("dsServiceName") + ":" + usn;
            }
            return TIME
                    + StaticUtils.encodeGeneralizedTime(
                            Date.from(clock.instant().minus(OVERLAP)));
        } catch (LDAPException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public boolean knows(String mark) throws DirectoryException {
        String now = mark();
        return now.startsWith(TIME)
                ? mark.startsWith(TIME)
                : mark.startsWith(now.substring(0, now.lastIndexOf(':') + 1));
    }

    private Filter filter(EntryKind kind, Optional<String> since) throws LDAPException {
        Filter all = Filter.create(settings.filter(kind));
        if (since.isEmpty()) {
            return all;
        }
        String mark = since.get();
        String value = mark.substring(mark.lastIndexOf(':') + 1);
        String attribute = mark.startsWith(USN) ? "uSNChanged" : "modifyTimestamp";
        return Filter.createANDFilter(all, Filter.createGreaterOrEqualFilter(attribute, value));
    }

    @Override
    public int entries(EntryKind kind, Optional<String> since, Sink<OuterEntry> sink)
            throws DirectoryException, SQLException {
        int[] notUnderstood = {0};
        try {
            pages(filter(kind, since), settings.pageSize, entries.attributes(kind), found -> {
                List<OuterEntry> portion = new ArrayList<>(found.size());
                for (SearchResultEntry entry : found) {
                    Optional<OuterEntry> understood = entries.of(kind, entry);
                    understood.ifPresentOrElse(portion::add, () -> notUnderstood[0]++);
                }
                sink.take(portion);
            });
            return notUnderstood[0];
        } catch (LDAPException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public void members(Optional<String> since, Sink<OuterMembers> sink) throws DirectoryException, SQLException {
        try {
            int size = Math.min(GROUPS_AT_ONCE, settings.pageSize);
            pages(filter(EntryKind.GROUP, since), size, entries.memberAttributes(), found -> {
                List<OuterMembers> portion = new ArrayList<>(found.size());
                for (SearchResultEntry entry : found) {
                    Optional<String> id = entries.id(entry);
                    if (id.isPresent()) {
                        portion.add(new OuterMembers(id.get(), entries.members(connection, entry)));
                    }
                }
                sink.take(portion);
            });
        } catch (LDAPException failure) {
            throw unreadable(failure);
        }
    }

    private void pages(Filter filter, int size, String[] attributes, Page page)
            throws LDAPException, DirectoryException, SQLException {
        @Nullable ASN1OctetString cookie = null;
        do {
            SearchRequest request = new SearchRequest(settings.base.orElse(""), SearchScope.SUB, filter, attributes);
            request.setResponseTimeoutMillis(settings.timeoutSeconds * 1_000L);
            request.addControl(new SimplePagedResultsControl(size, cookie));
            SearchResult result = connection.search(request);
            page.take(result.getSearchEntries());
            @Nullable SimplePagedResultsControl more = SimplePagedResultsControl.get(result);
            cookie = more != null && more.moreResultsToReturn() ? more.getCookie() : null;
        } while (cookie != null);
    }

    private static DirectoryException unreadable(LDAPException failure) {
        return new DirectoryException(failure.getResultCode() + ": " + failure.getExceptionMessage(), failure);
    }

    @Override
    public void close() {
        connection.close();
    }
}

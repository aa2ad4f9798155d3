package org.persistentchat.directory;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** LDAP servers with the same content, of which the first that answers is read. Certificates are those that the JVM trusts. */
final class LdapDirectory implements OuterDirectory {
    private final LdapSettings settings;

    LdapDirectory(LdapSettings settings) {
        this.settings = settings;
    }

    @Override
    public DirectoryReading open() throws DirectoryException {
        @Nullable LDAPException last = null;
        for (String url : settings.urls.orElse(List.of())) {
            try {
                return new LdapReading(connect(new LDAPURL(url.strip())), settings);
            } catch (LDAPException failure) {
                last = failure;
                if (failure.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                    break; // another server would count a failed sign-in as well
                }
            }
        }
        throw last == null
                ? new DirectoryException("no address is configured")
                : new DirectoryException(last.getResultCode() + ": " + last.getExceptionMessage(), last);
    }

    private LDAPConnection connect(LDAPURL url) throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        int millis = settings.timeoutSeconds * 1_000;
        options.setConnectTimeoutMillis(millis);
        options.setResponseTimeoutMillis(millis);
        options.setFollowReferrals(false);
        SSLUtil tls = new SSLUtil(JVMDefaultTrustManager.getInstance());
        boolean secure = url.getScheme().equals("ldaps");
        if (secure || settings.startTls) {
            options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        }
        try {
            LDAPConnection connection = secure
                    ? new LDAPConnection(tls.createSSLSocketFactory(), options, url.getHost(), url.getPort())
                    : new LDAPConnection(options, url.getHost(), url.getPort());
            try {
                begin(connection, tls, secure);
                return connection;
            } catch (LDAPException | GeneralSecurityException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
        } catch (GeneralSecurityException failure) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, "TLS is not possible", failure);
        }
    }

    private void begin(LDAPConnection connection, SSLUtil tls, boolean secure)
            throws LDAPException, GeneralSecurityException {
        if (!secure && settings.startTls) {
            ExtendedResult answer =
                    connection.processExtendedOperation(new StartTLSExtendedRequest(tls.createSSLContext()));
            if (!answer.getResultCode().equals(ResultCode.SUCCESS)) {
                throw new LDAPException(answer);
            }
        }
        if (settings.user.isPresent()) {
            connection.bind(settings.user.get(), settings.password.orElse(""));
        }
    }
}

package org.persistentchat.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.FoldedName;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/**
 * Finds out who is calling. A password is checked by the Elytron security domain of the calling deployment, once for a sign-in; tokens
 * and tickets cost a signature check. Refusals are {@link ErrorCode#WRONG_CREDENTIALS}, {@link ErrorCode#TOO_MANY_ATTEMPTS},
 * {@link ErrorCode#NOT_SIGNED_IN} and {@link ErrorCode#TICKET_INVALID}.
 */
@ApplicationScoped
public class SignIn {
    /** A revocation is kept as long as any token can live, whatever the setting was when the token was issued. */
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(30);

    private static final Duration TICKET_LIFETIME = Duration.ofSeconds(30);

    @Inject
    PersonDirectory people;

    @Inject
    SpentTokens spent;

    @EJB
    SigningKeys keys;

    @Inject
    Event<TokenRevoked> revocations;

    @Inject
    @ConfigProperty(name = "persistentchat.token.lifetime-minutes", defaultValue = "720")
    int lifetimeMinutes;

    private final Clock clock = Clock.systemUTC();
    private final AttemptLimiter attempts = new AttemptLimiter(clock);
    private Tokens tokens;

    @PostConstruct
    void prepare() {
        if (lifetimeMinutes < 1 || lifetimeMinutes > LONGEST_LIFETIME.toMinutes()) {
            throw new IllegalArgumentException("persistentchat.token.lifetime-minutes is " + lifetimeMinutes
                    + ", but must be from 1 to " + LONGEST_LIFETIME.toMinutes());
        }
        tokens = new Tokens(keys.secret(), clock);
    }

    /** Signs in with a password and gives a token for everything else. */
    public AccessToken signIn(String account, String password) {
        Person person = password(account, password).person();
        Tokens.Claims claims = tokens.issue(Tokens.Use.ACCESS, person, Duration.ofMinutes(lifetimeMinutes), "");
        return new AccessToken(claims.text(), claims.id(), person, claims.expiresAt());
    }

    /** Who has this account and password. */
    public Credential password(String account, String password) {
        String folded = FoldedName.of(account);
        attempts.check(folded);
        Person person = people.byAccount(account).filter(Person::active).orElse(null);
        // an unknown account costs the realm's query as well, and is refused in the same words
        if (!realmAccepts(person == null ? account : person.account(), password) || person == null) {
            attempts.failed(folded);
            throw new ChatException(ErrorCode.WRONG_CREDENTIALS, "Account or password are wrong.");
        }
        attempts.succeeded(folded);
        return new Credential(person, "");
    }

    private static boolean realmAccepts(String account, String password) {
        try {
            SecurityDomain.getCurrent().authenticate(account, new PasswordGuessEvidence(password.toCharArray()));
            return true;
        } catch (RealmUnavailableException failure) {
            IdentityLog.LOG.realmFailed(failure);
            throw new ChatException(ErrorCode.UNAVAILABLE, "Passwords cannot be checked at the moment.", failure);
        } catch (SecurityException wrong) {
            return false;
        }
    }

    /** Who holds this access token. */
    public Credential bearer(String token) {
        Tokens.Claims claims = tokens.read(Tokens.Use.ACCESS, token)
                .filter(valid -> !spent.isRevoked(valid.id()))
                .orElseThrow(
                        () -> new ChatException(ErrorCode.NOT_SIGNED_IN, "The token is expired, revoked or not ours."));
        return new Credential(holder(claims, ErrorCode.NOT_SIGNED_IN), claims.id());
    }

    /** Revokes the access token that was presented; whatever was opened with it ends. */
    public void revoke(Credential credential) {
        if (credential.tokenId().isEmpty()) {
            throw new ChatException(ErrorCode.NOT_SIGNED_IN, "There is no token to revoke: a password was presented.");
        }
        Instant latest = clock.instant().plus(LONGEST_LIFETIME);
        spent.revoke(credential.tokenId(), latest);
        revocations.fire(new TokenRevoked(credential.tokenId()));
    }

    /** A ticket for one socket. */
    public Ticket ticket(Credential credential) {
        Tokens.Claims claims =
                tokens.issue(Tokens.Use.TICKET, credential.person(), TICKET_LIFETIME, credential.tokenId());
        return new Ticket(claims.text(), claims.expiresAt());
    }

    /** Who bought this ticket; it is used up. */
    public Credential redeem(String ticket) {
        Tokens.Claims claims = tokens.read(Tokens.Use.TICKET, ticket)
                .filter(valid -> !spent.isRevoked(valid.boughtWith()))
                .filter(valid -> spent.spend(valid.id(), valid.expiresAt()))
                .orElseThrow(
                        () -> new ChatException(ErrorCode.TICKET_INVALID, "The ticket is unknown, used or too old."));
        return new Credential(holder(claims, ErrorCode.TICKET_INVALID), claims.boughtWith());
    }

    private Person holder(Tokens.Claims claims, ErrorCode otherwise) {
        Map<PersonId, Person> found = people.byIds(java.util.List.of(claims.person()));
        Person person = found.get(claims.person());
        if (person == null || !claims.holdsFor(person)) {
            throw new ChatException(
                    otherwise, "The person may not use the chat, or has a new password: sign in again.");
        }
        return person;
    }
}

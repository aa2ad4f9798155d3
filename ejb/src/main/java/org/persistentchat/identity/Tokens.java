package org.persistentchat.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs and reads tokens: JSON Web Tokens (RFC 7519) with HMAC SHA-256 (RFC 7518, section 3.2). Knows nothing of revocation. */
final class Tokens {
    private static final String PERSON = "pid";
    private static final String USE = "use";
    private static final String BOUGHT_WITH = "tok";
    private static final String SIGN_INS = "gen";

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Clock clock;

    Tokens(byte[] secret, Clock clock) {
        try {
            this.signer = new MACSigner(secret);
            this.verifier = new MACVerifier(secret);
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException(tooShort);
        }
        this.clock = clock;
    }

    /** What a token is good for; one kind is never taken for the other. */
    enum Use {
        ACCESS,
        TICKET
    }

    /**
     * What a valid token says.
     *
     * @param id identifies the token
     * @param signIns the person's {@link Person#signIns} when it was issued
     * @param boughtWith for a ticket, the id of the access token that it was bought with; empty if that was a password
     */
    record Claims(String text, String id, PersonId person, Instant expiresAt, int signIns, String boughtWith) {
        /** Whether nothing has ended it before its time; revocation is asked elsewhere. */
        boolean holdsFor(Person now) {
            return now.active() && now.signIns() == signIns;
        }
    }

    Claims issue(Use use, Person person, Duration lifetime, String boughtWith) {
        Instant now = clock.instant();
        Instant expiresAt = Instant.ofEpochSecond(now.plus(lifetime).getEpochSecond());
        String id = UUID.randomUUID().toString();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .jwtID(id)
                .subject(person.account())
                .claim(PERSON, Long.toString(person.id().value()))
                .claim(USE, use.name())
                .claim(BOUGHT_WITH, boughtWith)
                .claim(SIGN_INS, person.signIns())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Claims(token.serialize(), id, person.id(), expiresAt, person.signIns(), boughtWith);
    }

    /** What {@code text} says if it was signed here for {@code use} and has not expired. */
    Optional<Claims> read(Use use, String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(verifier)) {
                return Optional.empty();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            @Nullable Date expires = claims.getExpirationTime();
            if (expires == null
                    || !clock.instant().isBefore(expires.toInstant())
                    || !use.name().equals(claims.getStringClaim(USE))) {
                return Optional.empty();
            }
            PersonId person = new PersonId(Long.parseLong(claims.getStringClaim(PERSON)));
            @Nullable Integer signIns = claims.getIntegerClaim(SIGN_INS); // older tokens have none
            return Optional.of(new Claims(
                    text,
                    claims.getJWTID(),
                    person,
                    expires.toInstant(),
                    signIns == null ? 0 : signIns,
                    claims.getStringClaim(BOUGHT_WITH)));
        } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}

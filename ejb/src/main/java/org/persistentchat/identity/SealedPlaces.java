package org.persistentchat.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/**
 * Places in a list that clients carry from page to page without reading them: a place may be that of somebody of whom they may not know. Sealed with AES-GCM under a
 * key derived from the pool's, so that every server opens what another has sealed.
 */
@ApplicationScoped
public class SealedPlaces {
    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    @EJB
    SigningKeys keys;

    private final SecureRandom random = new SecureRandom();
    private SecretKeySpec key;

    @PostConstruct
    void prepare() {
        key = key(keys.secret());
    }

    void prepare(byte[] secret) {
        key = key(secret);
    }

    private static SecretKeySpec key(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return new SecretKeySpec(mac.doFinal("place".getBytes(StandardCharsets.US_ASCII)), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@code place} as clients get it. */
    public String seal(String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(place.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The place that was sealed as {@code text}; anything else is refused with {@link ErrorCode#INVALID_FIELD}. */
    public String open(String text) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length > NONCE_BYTES) {
                byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
                byte[] place = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
                return new String(place, StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
            // refused below
        }
        throw new ChatException(ErrorCode.INVALID_FIELD, "\"after\" is no \"next\" of an earlier page.");
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}

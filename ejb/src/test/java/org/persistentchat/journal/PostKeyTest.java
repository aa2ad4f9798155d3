package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** What makes a post the same post. */
class PostKeyTest {
    private static final RoomId ROOM = new RoomId(1);
    private static final PersonId ANA = new PersonId(2);

    @Property(tries = 200)
    void keysAreEqualExactlyIfTheirTextsAre(@ForAll String one, @ForAll String other) {
        boolean sameText = one.equals(other) || encodesAlike(one, other);
        assertThat(PostKey.of(ROOM, ANA, one).equals(PostKey.of(ROOM, ANA, other)))
                .isEqualTo(sameText);
    }

    /** Half a surrogate pair has no UTF-8. */
    private static boolean encodesAlike(String one, String other) {
        return Arrays.equals(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 200)
    void theFirstSixteenBytesOfTheDigestAreStored(@ForAll String key) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        assertThat(PostKey.of(ROOM, ANA, key).bytes()).isEqualTo(Arrays.copyOf(digest, 16));
    }

    @Example
    void roomAndAuthorBelongToTheKey() {
        assertThat(PostKey.of(ROOM, ANA, "k"))
                .isEqualTo(PostKey.of(new RoomId(1), new PersonId(2), "k"))
                .isNotEqualTo(PostKey.of(new RoomId(2), ANA, "k"))
                .isNotEqualTo(PostKey.of(ROOM, new PersonId(3), "k"));
    }
}

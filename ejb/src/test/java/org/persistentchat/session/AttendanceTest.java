package org.persistentchat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.event.KeptEvents;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.Room;
import org.persistentchat.room.SampleRooms;

/** Who was there is known by connection and by sequence. */
class AttendanceTest {
    private static final PersonId ANA = new PersonId(1);
    private static final PersonId EVE = new PersonId(2);
    private static final Room ROOM = SampleRooms.withoutHistory(5);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Attendance attendance = new Attendance();
    private final Object phone = new Object();
    private final Object desk = new Object();

    private long[] heard(PersonId person) {
        return LongStream.rangeClosed(1, 10)
                .filter(sequence -> attendance.heard(person, ROOM.id(), sequence))
                .toArray();
    }

    @Test
    void whatWasSaidBeforeAndAfterAStayWasNotHeard() {
        attendance.came(desk, ANA, ROOM, 3);
        assertThat(heard(ANA)).containsExactly(4, 5, 6, 7, 8, 9, 10);
        attendance.went(desk, ANA, ROOM.id(), 6, NOON);
        assertThat(heard(ANA)).containsExactly(4, 5, 6);
        assertThat(heard(EVE)).isEmpty();
    }

    @Test
    void comingAgainOnTheSameConnectionChangesNothingAndAnotherIsAStayOfItsOwn() {
        attendance.came(desk, ANA, ROOM, 1);
        attendance.came(desk, ANA, ROOM, 4);
        attendance.came(phone, ANA, ROOM, 5);
        attendance.went(desk, ANA, ROOM.id(), 3, NOON);
        assertThat(heard(ANA)).containsExactly(2, 3, 6, 7, 8, 9, 10);
        attendance.went(phone, ANA, ROOM.id(), 7, NOON);
        attendance.went(phone, ANA, ROOM.id(), 9, NOON);
        assertThat(heard(ANA)).containsExactly(2, 3, 6, 7);
    }

    @Test
    void aStayIsForgottenWhenItsTextsAreGone() {
        attendance.came(desk, ANA, ROOM, 1);
        attendance.went(desk, ANA, ROOM.id(), 3, NOON);
        attendance.came(phone, EVE, ROOM, 3);
        Instant later = NOON.plus(KeptEvents.GRACE).plus(Duration.ofSeconds(1));
        attendance.went(phone, EVE, ROOM.id(), 4, later);
        assertThat(heard(ANA)).isEmpty();
        assertThat(heard(EVE)).containsExactly(4);
    }

    @Test
    void roomsWithAHistoryNeedNoMemory() {
        attendance.came(desk, ANA, SampleRooms.open(5), 1);
        assertThat(heard(ANA)).isEmpty();
    }
}

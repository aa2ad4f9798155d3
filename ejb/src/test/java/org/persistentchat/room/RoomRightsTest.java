package org.persistentchat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.principal.Principal;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.SampleSubjects;
import org.persistentchat.principal.Subject;

/** Who may do what in a room, as a table. */
class RoomRightsTest {
    private static final Subject ANA = SampleSubjects.of(SamplePeople.ana());
    private static final Subject ROOT = SampleSubjects.of(SamplePeople.administrator());
    private static final PrincipalSet NOBODY = PrincipalSet.EMPTY;
    private static final PrincipalSet EVERYONE = PrincipalSet.EVERYONE;

    private static PrincipalSet only(Subject who) {
        return PrincipalSet.of(List.of(Principal.of(who.person().id())));
    }

    /** What is named in a column, for the person of the row. */
    private static Category scope(String scope, Subject who) {
        PrincipalSet own = only(who);
        return switch (scope) {
            case "everyone" -> SampleRooms.category(EVERYONE, NOBODY, NOBODY);
            case "named" -> SampleRooms.category(own, NOBODY, NOBODY);
            case "outside" -> SampleRooms.category(only(SampleSubjects.of(SamplePeople.ben())), NOBODY, NOBODY);
            case "denied" -> SampleRooms.category(EVERYONE, own, NOBODY);
            case "walled" -> SampleRooms.category(own, EVERYONE, NOBODY);
            default -> throw new IllegalArgumentException(scope);
        };
    }

    private static Room room(Privacy privacy, RoomType type, Category category, String role, Subject who) {
        PrincipalSet own = only(who);
        return new Room(
                new RoomId(5),
                "Operations",
                "",
                category,
                privacy,
                type,
                false,
                role.contains("all") ? EVERYONE : role.contains("member") ? own : NOBODY,
                role.contains("manager") ? own : NOBODY,
                role.contains("presenter") ? own : NOBODY,
                0);
    }

    @ParameterizedTest(name = "{0} {1}, scope {2}, {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # privacy | type      | scope    | stands as        | may: f finds, r reads, p posts
            OPEN      | NORMAL     | everyone | nothing          | frp
            OPEN      | NORMAL     | named    | nothing          | frp
            OPEN      | NORMAL     | everyone | administrator    | frp
            OPEN      | NORMAL     | outside  | nothing          | -
            OPEN      | NORMAL     | outside  | member           | -
            OPEN      | NORMAL     | outside  | manager          | -
            OPEN      | NORMAL     | outside  | administrator    | -
            OPEN      | NORMAL     | denied   | nothing          | -
            OPEN      | NORMAL     | denied   | member           | -
            OPEN      | NORMAL     | denied   | administrator    | -
            OPEN      | NORMAL     | walled   | manager          | -
            OPEN      | AUDITORIUM | everyone | nothing          | fr
            OPEN      | AUDITORIUM | everyone | member           | fr
            OPEN      | AUDITORIUM | everyone | manager          | fr
            OPEN      | AUDITORIUM | everyone | administrator    | fr
            OPEN      | AUDITORIUM | everyone | presenter        | frp
            OPEN      | AUDITORIUM | denied   | presenter        | -
            CLOSED    | NORMAL     | everyone | nothing          | f
            CLOSED    | NORMAL     | everyone | administrator    | f
            CLOSED    | NORMAL     | everyone | presenter        | f
            CLOSED    | NORMAL     | everyone | member           | frp
            CLOSED    | NORMAL     | everyone | all              | frp
            CLOSED    | NORMAL     | everyone | manager          | frp
            CLOSED    | NORMAL     | outside  | member           | -
            CLOSED    | NORMAL     | denied   | all              | -
            CLOSED    | AUDITORIUM | everyone | member           | fr
            CLOSED    | AUDITORIUM | everyone | presenter        | f
            CLOSED    | AUDITORIUM | everyone | member presenter | frp
            CLOSED    | AUDITORIUM | everyone | manager          | fr
            SECRET    | NORMAL     | everyone | nothing          | -
            SECRET    | NORMAL     | everyone | administrator    | -
            SECRET    | NORMAL     | everyone | presenter        | -
            SECRET    | NORMAL     | everyone | member           | frp
            SECRET    | NORMAL     | everyone | manager          | frp
            SECRET    | NORMAL     | outside  | member           | -
            SECRET    | NORMAL     | denied   | manager          | -
            SECRET    | AUDITORIUM | everyone | member           | fr
            SECRET    | AUDITORIUM | everyone | member presenter | frp
            """)
    void rightsFollowTheTable(Privacy privacy, RoomType type, String scope, String role, String may) {
        Subject who = role.equals("administrator") ? ROOT : ANA;
        Room room = room(privacy, type, scope(scope, who), role, who);
        assertThat(RoomRights.mayFind(who, room)).isEqualTo(may.contains("f"));
        assertThat(RoomRights.mayRead(who, room)).isEqualTo(may.contains("r"));
        assertThat(RoomRights.mayPost(who, room)).isEqualTo(may.contains("p"));
        assertThat(refusalOf(() -> RoomRights.checkRead(who, room)))
                .isEqualTo(may.contains("r") ? "" : may.contains("f") ? "NOT_A_MEMBER" : "ROOM_NOT_FOUND");
        String otherwise =
                may.contains("r") ? "NOT_A_PRESENTER" : may.contains("f") ? "NOT_A_MEMBER" : "ROOM_NOT_FOUND";
        assertThat(refusalOf(() -> RoomRights.checkPost(who, room))).isEqualTo(may.contains("p") ? "" : otherwise);
    }

    private static String refusalOf(Runnable check) {
        try {
            check.run();
            return "";
        } catch (ChatException refusal) {
            return refusal.code().name();
        }
    }

    @ParameterizedTest(name = "scope {0}, creators {1}, administrator {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # scope  | creators | administrator | may create
            everyone | nobody   | false         | false
            everyone | everyone | false         | true
            everyone | ana      | false         | true
            denied   | everyone | false         | false
            outside  | ana      | false         | false
            everyone | nobody   | true          | true
            outside  | nobody   | true          | true
            """)
    void roomsAreMadeByCreatorsInScopeAndByAdministrators(
            String scope, String creators, boolean administrator, boolean may) {
        Subject who = administrator ? ROOT : ANA;
        Category base = scope(scope, who);
        PrincipalSet named = switch (creators) {
            case "nobody" -> NOBODY;
            case "everyone" -> EVERYONE;
            default -> only(ANA);
        };
        Category category = SampleRooms.category(base.allowed(), base.denied(), named);
        assertThat(RoomRights.mayCreateRoom(who, category)).isEqualTo(may);
    }

    @Test
    void aDisabledRoomIsForNobody() {
        Room open = SampleRooms.open(5);
        Room disabled = new Room(
                open.id(),
                open.name(),
                open.description(),
                open.category(),
                open.privacy(),
                open.type(),
                true,
                EVERYONE,
                EVERYONE,
                EVERYONE,
                0);
        assertThat(RoomRights.mayPost(ANA, open)).isTrue();
        assertThat(RoomRights.mayFind(ANA, disabled)).isFalse();
        assertThat(RoomRights.mayPost(ANA, disabled)).isFalse();
    }

    @Test
    void aRoomThatOneMayNotKnowOfIsRefusedInTheWordsOfOneThatDoesNotExist() {
        Room secret = room(Privacy.SECRET, RoomType.NORMAL, SampleRooms.company(), "nothing", ANA);
        assertThatThrownBy(() -> RoomRights.checkPost(ANA, secret))
                .isInstanceOfSatisfying(
                        ChatException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ROOM_NOT_FOUND))
                .hasMessage(RoomRights.notFound().getMessage());
    }
}

package org.persistentchat.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.config.ConfigurationKey;
import org.persistentchat.config.LimitValues;
import org.persistentchat.identity.ChatPolicy;
import org.persistentchat.identity.ChatSwitch;
import org.persistentchat.identity.Credential;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.pool.OwnDuty;
import org.persistentchat.reconfiguration.LimitsChanged;
import org.persistentchat.session.ChatSession;
import org.persistentchat.session.ChatSessions;
import org.persistentchat.session.Outlet;
import org.persistentchat.web.outbound.CloseCode;
import org.persistentchat.web.outbound.FakeSender;
import org.persistentchat.web.outbound.SendRounds;
import org.persistentchat.web.outbound.Traffic;
import org.persistentchat.web.pace.SamplePaces;

/** Whom a change of the configuration disconnects. */
class ConnectionsTest {
    private static final LimitValues ON = LimitValues.DEFAULT;
    private static final LimitValues OFF = ON.with(ConfigurationKey.CHAT_ENABLED, 0);

    private final ChatLimits limits = new ChatLimits(ON);
    private final Map<PersonId, Person> changed = new HashMap<>();
    private final Connections connections = new Connections();

    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    ConnectionsTest() {
        connections.limits = limits;
        connections.sessions = new NoSessions();
        connections.greeting = new ShortGreeting();
        connections.rounds = new SendRounds();
        connections.traffic = new Traffic();
        connections.paces = SamplePaces.of(limits);
        connections.own = new OwnDuty();
        connections.people = new PersonDirectory() {
            @Override
            public Person current(Person person) {
                return changed.getOrDefault(person.id(), person);
            }
        };
        connections.policy = new ChatPolicy() {
            @Override
            public boolean mayChat(Person person) {
                return person.chat() == ChatSwitch.ON || limits.chatEnabled();
            }
        };
    }

    private static Person ana(ChatSwitch chat) {
        return new Person(new PersonId(1001), "ana", "Ana", null, true, true, Set.of(), chat, 0);
    }

    /** How ana's connection ends, who was one thing when she came and is another when the chat is switched off. */
    private List<CloseCode> ends(ChatSwitch then, ChatSwitch now) {
        FakeSender socket = new FakeSender();
        connections.begin(new Credential(ana(then), "token"), socket, Runnable::run);
        changed.put(ana(now).id(), ana(now));
        limits.become(OFF);
        connections.limitsChanged(new LimitsChanged(ON, OFF));
        return socket.closed;
    }

    @Test
    void whoIsSwitchedOnSinceTheyCameStaysWhenTheChatIsSwitchedOff() {
        assertThat(ends(ChatSwitch.INHERIT, ChatSwitch.ON)).isEmpty();
    }

    @Test
    void whoIsNotSwitchedOnAnyMoreIsDisconnectedWhenTheChatIsSwitchedOff() {
        assertThat(ends(ChatSwitch.ON, ChatSwitch.INHERIT)).containsExactly(CloseCode.DEACTIVATED);
    }

    /** No commands come, so that there need not be anything behind the connections. */
    private static final class NoSessions extends ChatSessions {
        @Override
        @SuppressWarnings("NullAway")
        public ChatSession open(Credential who, Outlet outlet) {
            return null;
        }
    }

    private static final class ShortGreeting extends Greeting {
        @Override
        byte[] to(Person person) {
            return new byte[] {'{', '}'};
        }
    }
}

#!/bin/sh
# A pool for trying out: four servers of a WildFly domain and an H2 database server, all on this machine.
#   persistent-chat-domain.sh start [folder]   starts it, in the foreground; Ctrl-C stops it. What it stores is in the folder (./persistent-chat-domain)
#   persistent-chat-domain.sh stop [folder]    stops it from elsewhere
#   persistent-chat-domain.sh roll-out <ear> [folder]   puts another build of the application on its servers, one after the other
# Other ports, all at once: JAVA_OPTS=-Djboss.socket.binding.port-offset=1000; another number of servers: -Dpersistentchat.domain.servers=2
HOME_DIR=$(cd "$(dirname "$0")/.." && pwd)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" $JAVA_OPTS -cp "$HOME_DIR/persistent-chat/persistent-chat-server.jar" org.persistentchat.server.DomainTrial "$HOME_DIR" "$@"

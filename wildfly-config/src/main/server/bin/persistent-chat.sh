#!/bin/sh
# Starts Persistent Chat in the foreground: the embedded topology, or with `-c standalone-persistent-chat-sqlserver.xml -P <properties>` the one on SQL Server.
# Further arguments go to the server (see standalone.sh --help).
exec "$(dirname "$0")/standalone.sh" -c standalone-persistent-chat.xml "$@"

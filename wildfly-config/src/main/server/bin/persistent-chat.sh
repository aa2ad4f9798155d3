#!/bin/sh
# Starts Persistent Chat in the foreground: the embedded topology, or with `-c standalone-persistent-chat-sqlserver.xml -P <properties>` the one on SQL Server.
# Further arguments go to the server (see standalone.sh --help).
case " $* " in
  *" -c "* | *" -c="* | *" --server-config"*) ;;
  *) set -- -c standalone-persistent-chat.xml "$@" ;;
esac
exec "$(dirname "$0")/standalone.sh" "$@"

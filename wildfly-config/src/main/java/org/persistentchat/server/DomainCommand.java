package org.persistentchat.server;

import java.util.ArrayList;
import java.util.List;

/** How a domain is started: directly, as {@code bin/domain.sh} does, so that its process id is that of the process controller. */
final class DomainCommand {

    private DomainCommand() {}

    /** The command line of the process controller, which starts the host controller, which starts the servers. */
    static List<String> of(DomainLayout layout) {
        String home = layout.home().toString();
        String modules = layout.home().resolve("modules").toString();
        String log = layout.base().resolve("log").toString();
        String logging = "-Dlogging.configuration="
                + layout.base().resolve("configuration/logging.properties").toUri();
        List<String> command = new ArrayList<>(List.of(ServerCommand.java(), "-D[Process Controller]", "-Xmx64m"));
        command.add("-Djboss.modules.system.pkgs=org.jboss.byteman");
        command.add("-Dorg.jboss.boot.log.file=" + log + "/process-controller.log");
        command.add(logging);
        command.addAll(ServerCommand.modules(layout.home(), "org.jboss.as.process-controller"));
        command.addAll(List.of("-jboss-home", home, "-jvm", ServerCommand.java(), "-mp", modules, "--"));
        command.add("-Dorg.jboss.boot.log.file=" + log + "/host-controller.log");
        command.add(logging);
        command.addAll(List.of("-Xmx256m", "-Djava.net.preferIPv4Stack=true", "-Djava.awt.headless=true"));
        command.addAll(List.of("-Djboss.modules.system.pkgs=org.jboss.byteman", "--"));
        command.addAll(List.of("-default-jvm", ServerCommand.java()));
        command.add("-Djboss.home.dir=" + home);
        command.add("-Djboss.domain.base.dir=" + layout.base());
        command.add("-Djboss.domain.log.dir=" + log);
        command.add("-Djboss.management.http.port=" + layout.managementPort());
        return command;
    }
}

package org.persistentchat.web.connection;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import javax.management.AttributeChangeNotification;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;

/**
 * Tells clients that the server stops or is suspended, before the container closes their sockets. The application itself is told only when that is done; the
 * server's state is announced first, as a JMX notification.
 */
@WebListener
public class ShutdownNotice implements ServletContextListener, NotificationListener {
    private static final String SERVER_STATE = "jboss.root:type=state";
    private static final String RUNNING_STATE = "RunningState";
    private static final Set<String> ENDING = Set.of("pre-suspend", "suspending", "suspended", "stopping", "stopped");

    /** How long the end of the server waits for answers that are under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Connections connections;

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            beans.addNotificationListener(name(), this, null, null);
        } catch (JMException notThere) {
            ConnectionLog.LOG.stateNotWatched(notThere);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        try {
            beans.removeNotificationListener(name(), this);
        } catch (JMException gone) {
            ConnectionLog.LOG.broken(gone);
        }
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (notification instanceof AttributeChangeNotification change
                && change.getAttributeName().equals(RUNNING_STATE)) {
            boolean ending = ENDING.contains(String.valueOf(change.getNewValue()));
            if (ending) {
                if (connections.shutDown()) {
                    connections.awaitGone(PATIENCE.toNanos()); // the server goes on with its end when this returns
                }
            } else {
                connections.resume();
            }
        }
    }

    private static ObjectName name() throws MalformedObjectNameException {
        return new ObjectName(SERVER_STATE);
    }
}

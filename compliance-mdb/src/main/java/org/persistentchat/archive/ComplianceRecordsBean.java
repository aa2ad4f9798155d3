package org.persistentchat.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.persistentchat.compliance.record.ArchiveConfirmation;

/**
 * Receives compliance records. No transaction spans broker and database: the message is acknowledged after the
 * database's commit, and a second delivery changes nothing. What the archive cannot take is in the outbox still; the relay, which is told, sends it
 * again.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/ComplianceRecords"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "acknowledgeMode", propertyValue = "Auto-acknowledge"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2"),
        })
@TransactionManagement(TransactionManagementType.BEAN)
public class ComplianceRecordsBean implements MessageListener {

    @Inject
    ArchiveDatabase database;

    @Inject
    ArchiveConfirmation confirmation;

    @Inject
    Instance<MeterRegistry> registries;

    private ArchiveMetrics metrics = new ArchiveMetrics(new SimpleMeterRegistry());

    @PostConstruct
    void prepare() {
        if (registries.isResolvable()) {
            metrics = new ArchiveMetrics(registries.get());
        }
    }

    @Override
    public void onMessage(Message delivery) {
        new RecordReceiver(() -> new Archive(database.ready()), confirmation, metrics).receive(bytesOf(delivery));
    }

    private static byte[] bytesOf(Message delivery) {
        try {
            return delivery.getBody(byte[].class);
        } catch (JMSException unreadable) {
            ArchiveLog.LOG.foreignMessage(unreadable.getClass().getSimpleName());
            return new byte[0];
        }
    }
}

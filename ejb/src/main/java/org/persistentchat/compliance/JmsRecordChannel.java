package org.persistentchat.compliance;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.BatchFrames;
import org.persistentchat.compliance.record.EncodedBatch;

/**
 * The queue of the archive. Messages are not persistent: the outbox row is the truth, a second journal of the same facts
 * would only cost. Connected to when first needed, so that the chat starts without a broker.
 */
final class JmsRecordChannel implements RecordChannel {

    private final ConnectionFactory factory;
    private final Queue queue;

    private @Nullable Connected connected;

    private record Connected(JMSContext context, JMSProducer producer) {}

    JmsRecordChannel(ConnectionFactory factory, Queue queue) {
        this.factory = factory;
        this.queue = queue;
    }

    @Override
    public void send(List<EncodedBatch> batches) throws RecordChannelException {
        try {
            Connected broker = connected();
            BytesMessage message = broker.context.createBytesMessage();
            message.setIntProperty("serverId", batches.get(0).serverId());
            message.setLongProperty("batchId", batches.get(0).batchId());
            message.writeBytes(BatchFrames.join(batches));
            broker.producer.send(queue, message);
        } catch (JMSException | JMSRuntimeException failed) {
            close();
            throw new RecordChannelException("The broker cannot be reached", failed);
        }
    }

    private Connected connected() {
        if (connected == null) {
            JMSContext context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE);
            JMSProducer producer = context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setDisableMessageTimestamp(true)
                    .setDisableMessageID(true);
            connected = new Connected(context, producer);
        }
        return connected;
    }

    @Override
    public void close() {
        Connected open = connected;
        connected = null;
        if (open != null) {
            try {
                open.context.close();
            } catch (JMSRuntimeException alreadyGone) {
                ComplianceLog.LOG.debug("Closing the connection to the broker", alreadyGone);
            }
        }
    }
}

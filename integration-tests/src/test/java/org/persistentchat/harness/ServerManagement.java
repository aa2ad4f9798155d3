package org.persistentchat.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.persistentchat.server.ServerPorts;

/** What the CLI can do, for tests: one operation at an address like {@code /subsystem=datasources/data-source=ComplianceDS}. */
public final class ServerManagement implements AutoCloseable {

    private final ModelControllerClient client;

    ServerManagement(ServerPorts ports) {
        try {
            client = ModelControllerClient.Factory.create("remote+http", "127.0.0.1", ports.management());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Does an operation and returns its result; fails with the server's reason. */
    public ModelNode execute(String address, String operation) {
        return execute(address, operation, Map.of());
    }

    /** Does an operation with parameters and returns its result; fails with the server's reason. */
    public ModelNode execute(String address, String operation, Map<String, String> parameters) {
        ModelNode request = Operations.createOperation(operation, address(address));
        parameters.forEach((name, value) -> request.get(name).set(value));
        try {
            ModelNode answer = client.execute(request);
            if (!Operations.isSuccessfulOutcome(answer)) {
                throw new AssertionError(
                        address + ":" + operation + " failed: " + Operations.getFailureDescription(answer));
            }
            return Operations.readResult(answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ModelNode address(String path) {
        ModelNode address = new ModelNode().setEmptyList();
        for (String step : path.split("/", -1)) {
            if (!step.isEmpty()) {
                int separator = step.indexOf('=');
                address.add(step.substring(0, separator), step.substring(separator + 1));
            }
        }
        return address;
    }
}

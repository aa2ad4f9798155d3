package org.persistentchat.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.ContainerController;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.BareServer;
import org.persistentchat.harness.Page;

/** The application comes and goes on a running server, as with every upgrade. */
@ArquillianTest
@SuppressWarnings("NullAway.Init") // Arquillian sets the fields
class DeploymentIT {

    private static final String SERVER = "without-application";
    private static final String APPLICATION = "application";

    @ArquillianResource
    ContainerController containers;

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = APPLICATION, managed = false, testable = false)
    @TargetsContainer(SERVER)
    static EnterpriseArchive application() {
        return ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class, BareServer.application().toFile());
    }

    @Test
    void theApplicationIsDeployedTakenAwayAndDeployedAgainWithoutATrace() {
        BareServer server = BareServer.named("deployment");
        containers.start(SERVER, server.containerSettings());
        try {
            deployer.deploy(APPLICATION);
            assertThat(Page.get(server.address()).status()).isEqualTo(200);

            deployer.undeploy(APPLICATION);
            assertThat(Page.get(server.address()).status()).isEqualTo(404);

            deployer.deploy(APPLICATION);
            assertThat(Page.get(server.address()).status()).isEqualTo(200);
            deployer.undeploy(APPLICATION);

            assertThat(complaints(server)).isEmpty();
        } finally {
            containers.stop(SERVER);
        }
    }

    private static Stream<String> complaints(BareServer server) {
        return server.log().stream()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR ") || line.contains(" FATAL "));
    }
}

package org.persistentchat.web.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may open a WebSocket. A browser tells the page's origin (RFC 6455, section 10.2) and lets any page in the world connect; a program sends none.
 */
@Dependent
public class OriginRules {
    private final List<Origin> allowed;

    /**
     * @param allowed origins besides the server's own, each as {@code scheme://host} with a port unless it is the scheme's own
     */
    @Inject
    public OriginRules(@ConfigProperty(name = "persistentchat.origins") Optional<List<String>> allowed) {
        this.allowed =
                allowed.orElse(List.of()).stream().map(OriginRules::configured).toList();
    }

    /**
     * Whether a page of {@code origin} may connect to the server that it calls {@code host}. The schemes are not compared: behind a proxy that ends
     * TLS the server does not know the one that the browser used.
     */
    public boolean allows(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        Origin page = Origin.parse(origin);
        if (page == null) {
            return false;
        }
        if (host != null && page.isServedBy(host)) {
            return true;
        }
        return allowed.contains(page);
    }

    private static Origin configured(String entry) {
        Origin origin = Origin.parse(entry.strip());
        if (origin == null) {
            throw new IllegalArgumentException(
                    "persistentchat.origins: \"" + entry + "\" is not of the form scheme://host");
        }
        return origin;
    }

    private record Origin(String scheme, String host, int port) {
        static @Nullable Origin parse(String text) {
            try {
                URI uri = new URI(text);
                String scheme = uri.getScheme();
                String host = uri.getHost();
                if (scheme == null || host == null || uri.getUserInfo() != null) {
                    return null;
                }
                return new Origin(lower(scheme), lower(host), port(lower(scheme), uri.getPort()));
            } catch (URISyntaxException notAnOrigin) {
                return null;
            }
        }

        boolean isServedBy(String hostHeader) {
            Origin server = parse(scheme + "://" + hostHeader);
            return equals(server);
        }

        private static int port(String scheme, int given) {
            return given >= 0 ? given : scheme.equals("https") ? 443 : 80;
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }
}

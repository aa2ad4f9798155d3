package org.persistentchat.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tags the page's files by their content, and answers 304 to a browser that has that content. Dates cannot do it: in a reproducible build every file has the same one,
 * and a browser that asks by date would keep the files of the version before. So conditions by date are not passed on.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class EntityTags extends HttpFilter {
    private static final long serialVersionUID = 1L;

    // Grows by files of the archive only: what does not exist is not remembered.
    private final transient Map<String, String> tags = new ConcurrentHashMap<>();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String tag = isOfPage(request) ? tagOf(request.getServletPath()) : null;
        if (tag == null) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("ETag", tag);
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            chain.doFilter(new WithoutDates(request), response);
        }
    }

    private static boolean isOfPage(HttpServletRequest request) {
        String path = request.getServletPath().toUpperCase(Locale.ROOT);
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && !path.startsWith("/API/")
                && !path.startsWith("/WEB-INF")
                && !path.startsWith("/META-INF");
    }

    private @Nullable String tagOf(String path) throws IOException {
        String file = path.endsWith("/") ? path + "index.html" : path;
        String known = tags.get(file);
        if (known != null) {
            return known;
        }
        try (InputStream content = getServletContext().getResourceAsStream(file)) {
            if (content == null) {
                return null;
            }
            String tag = '"' + digest(content.readAllBytes()) + '"';
            tags.put(file, tag);
            return tag;
        }
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A request without its conditions by date. */
    private static final class WithoutDates extends HttpServletRequestWrapper {
        WithoutDates(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isCondition(name) ? null : super.getHeader(name);
        }

        @Override
        public long getDateHeader(String name) {
            return isCondition(name) ? -1 : super.getDateHeader(name);
        }

        private static boolean isCondition(String name) {
            return name.equalsIgnoreCase("If-Modified-Since");
        }
    }
}

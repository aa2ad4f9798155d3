package org.persistentchat.web.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.persistentchat.audit.CallOrigin;

/** Remembers the client's address for the audit log. Behind a proxy it is the proxy's, unless the listener is told to trust its headers. */
@Provider
@PreMatching
public class OriginFilter implements ContainerRequestFilter {
    @Inject
    CallOrigin origin;

    @Context
    HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        origin.is(servletRequest.getRemoteAddr());
    }
}

package org.persistentchat.web.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.persistentchat.web.pace.Paces;
import org.persistentchat.web.signin.Authentication;

/** Checks the credentials of calls marked {@link SignedIn}. No cookie is looked at, so that a foreign page cannot make a browser call. */
@SignedIn
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SignedInFilter implements ContainerRequestFilter {
    @Inject
    Authentication authentication;

    @Inject
    Caller caller;

    @Inject
    Paces paces;

    @Override
    public void filter(ContainerRequestContext request) {
        caller.is(authentication.credential(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
        paces.of(caller.person().id()).checkCall();
    }
}

/**
 * REST at {@code /api/v1}: sign-in, people, categories, rooms. Checks the shape of what comes in; what is allowed is for the services to say. Every refusal is
 * {@code application/problem+json}.
 */
@NullMarked
package org.persistentchat.web.rest;

import org.jspecify.annotations.NullMarked;

package org.persistentchat.web.rest;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a creating call, which then understands the header {@code Idempotency-Key}: with one, the answer is stored in the transaction of the creation, and a
 * repetition gets it again. The method is {@link SignedIn}, has the body as its one {@link java.io.InputStream}, and makes its answer from what the service
 * returned: it runs before the commit, when what is in memory does not know the new thing yet.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Repeatable {}

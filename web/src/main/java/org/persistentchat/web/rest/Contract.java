package org.persistentchat.web.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What {@code docs/openapi.yaml} says of a call besides its address and parameters. Every call has one; a test makes the document of them and of the schemas in
 * {@code src/main/openapi/schemas.yaml}. Refusals, credentials, {@code If-Match} and {@code Idempotency-Key} are added by what the method has.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Contract {
    /** What the call does, one sentence. */
    String does();

    /** Schema of the body, if there is one. */
    String takes() default "";

    /** Schema of the answer; without one the answer is 204. */
    String answers() default "";

    /** Status of the answer, if it is not 201 of a POST and 200 of anything else. */
    int status() default 0;

    /** Further statuses with the same schema. */
    int[] also() default {};

    /** Names of query parameters that the method reads by itself. */
    String[] query() default {};
}

package org.persistentchat.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of the class use the one server that all such classes share, because a start costs more than most tests. It is started before the first of them, and
 * its address is in the system property {@value SharedServer#ADDRESS}; methods and constructors may have a {@link TestServer} parameter. A test must not stop it,
 * and must not rely on what it stores: everyone makes rooms and people of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedServer.class)
public @interface OnSharedServer {}

package org.persistentchat.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database whose connections break at the step that the test names. Steps are what travels to a database: connect, begin, the three
 * kinds of execute, commit, rollback, end and close. A broken connection is rolled back by the database and refuses all that follows.
 */
public final class BreakableDataSource {
    private static final Set<String> STEPS =
            Set.of("executeBatch", "executeQuery", "executeUpdate", "commit", "rollback", "close");

    private final DataSource real;
    private final List<String> steps = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean unreachable;
    private int longestStatement = Integer.MAX_VALUE;

    public BreakableDataSource(DataSource real) {
        this.real = real;
    }

    /** How a step goes wrong. */
    public enum Kind {
        /** The connection breaks; the step was not done. */
        BREAKS_BEFORE,
        /** The step was done; then the connection breaks. */
        BREAKS_AFTER,
        /** The step is not done; the connection lives on. */
        REFUSED,
        /** The step is not done, and the driver fails in a way of which JDBC knows nothing. */
        DEFECT
    }

    /** @param remaining how many steps of the name go well before */
    private record Fault(String step, Kind kind, int remaining) {}

    /** The next {@code step} goes wrong; of several faults each waits until the one before has happened. */
    public synchronized void breakAt(String step, Kind kind) {
        faults.add(new Fault(step, kind, 0));
    }

    /** The step after {@code before} steps of any name goes wrong. */
    public synchronized void breakAfterSteps(int before, Kind kind) {
        faults.add(new Fault("", kind, before));
    }

    /** Whether connections are refused from now on. */
    public synchronized void unreachable(boolean now) {
        unreachable = now;
    }

    /** Statements with more parameters are refused from now on, as databases do. */
    public synchronized void parametersAtMost(int parameters) {
        longestStatement = parameters;
    }

    /** The names of the steps so far. */
    public synchronized List<String> steps() {
        return List.copyOf(steps);
    }

    public DataSource dataSource() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return invoke(real, method, arguments);
            }
            Kind kind = next("connect");
            if (kind == Kind.DEFECT) {
                throw new IllegalStateException("a defect of the pool");
            }
            if (kind != null || isUnreachable()) {
                throw new SQLNonTransientConnectionException("connection refused", "08001");
            }
            return new Wire(real.getConnection()).connection();
        });
    }

    private synchronized boolean isUnreachable() {
        return unreachable;
    }

    private synchronized @Nullable Kind next(String step) {
        steps.add(step);
        if (faults.isEmpty()) {
            return null;
        }
        Fault fault = faults.get(0);
        if (fault.remaining > 0) {
            faults.set(0, new Fault(fault.step, fault.kind, fault.remaining - 1));
            return null;
        }
        if (!fault.step.isEmpty() && !fault.step.equals(step)) {
            return null;
        }
        faults.remove(0);
        return fault.kind;
    }

    private synchronized void checkLength(String sql) throws SQLException {
        if (sql.chars().filter(character -> character == '?').count() > longestStatement) {
            throw new SQLException("too many parameters", "S0001");
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause();
        }
    }

    /** One connection with its statements. */
    private final class Wire {
        private final Connection connection;
        private boolean broken;

        Wire(Connection connection) {
            this.connection = connection;
        }

        Connection connection() {
            return proxy(Connection.class, (self, method, arguments) -> {
                if (method.getName().equals("abort")) {
                    breakNow();
                    return null;
                }
                if (method.getName().equals("prepareStatement")) {
                    checkLength((String) arguments[0]);
                }
                Object result = step(connection, method, arguments);
                return result instanceof PreparedStatement statement
                        ? proxy(PreparedStatement.class, (inner, called, values) -> step(statement, called, values))
                        : result;
            });
        }

        private @Nullable Object step(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
            boolean closing = method.getName().equals("close");
            if (broken && !closing) {
                throw new SQLNonTransientConnectionException("the connection is broken", "08006");
            }
            String name = name(target, method, arguments);
            Kind kind = name.isEmpty() ? null : next(name);
            if (kind == null) {
                return invoke(target, method, arguments);
            }
            if (kind == Kind.DEFECT) {
                throw new IllegalStateException("a defect of the driver at " + name);
            }
            if (kind == Kind.BREAKS_AFTER) {
                invoke(target, method, arguments);
            }
            if (kind != Kind.REFUSED || closing) {
                breakNow();
            }
            throw new SQLNonTransientConnectionException("the connection broke at " + name, "08006");
        }

        private String name(Object target, Method method, Object @Nullable [] arguments) {
            if (method.getName().equals("setAutoCommit") && arguments != null) {
                return arguments[0].equals(true) ? "end" : "begin";
            }
            boolean statementClosed = method.getName().equals("close") && target != connection;
            return STEPS.contains(method.getName()) && !statementClosed ? method.getName() : "";
        }

        private void breakNow() throws SQLException {
            broken = true;
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.close();
            }
        }
    }
}

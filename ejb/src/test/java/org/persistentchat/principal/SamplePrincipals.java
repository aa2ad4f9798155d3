package org.persistentchat.principal;

import javax.sql.DataSource;

/** The graph of groups for tests. */
public final class SamplePrincipals {
    private SamplePrincipals() {}

    /** A graph over the tables of {@code content}; to be loaded. */
    public static PrincipalGraph graph(DataSource content) {
        PrincipalGraph graph = new PrincipalGraph();
        graph.dataSource = content;
        return graph;
    }
}

package org.persistentchat.loadtest.plot;

import java.util.List;

/** One line of a chart; x and y have the same length. */
public record Line(String name, List<Double> x, List<Double> y) {
    public Line {
        x = List.copyOf(x);
        y = List.copyOf(y);
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(name + ": " + x.size() + " x and " + y.size() + " y");
        }
    }

    double highest() {
        return y.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    double furthest() {
        return x.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}

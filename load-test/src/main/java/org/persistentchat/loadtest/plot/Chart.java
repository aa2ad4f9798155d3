package org.persistentchat.loadtest.plot;

import java.util.List;
import java.util.Locale;

/**
 * A chart over time, drawn as SVG. Colours come from the page's style, so that it follows a dark or light page.
 *
 * @param shadedUntil what lies before is shaded: the warm-up
 * @param marks moments at which something was done, drawn as upright lines
 */
public record Chart(String title, String unit, List<Line> lines, double shadedUntil, List<Mark> marks) {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 240;
    private static final int LEFT = 58;
    private static final int RIGHT = 12;
    private static final int TOP = 14;
    private static final int BOTTOM = 30;
    private static final int STEPS = 5;
    private static final double[] NICE = {1, 2, 2.5, 5, 10};

    public Chart {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    /** A chart without marks. */
    public Chart(String title, String unit, List<Line> lines, double shadedUntil) {
        this(title, unit, lines, shadedUntil, List.of());
    }

    /** The SVG with heading and legend. */
    public String html() {
        double furthest =
                Math.max(1, lines.stream().mapToDouble(Line::furthest).max().orElse(1));
        double step = niceStep(lines.stream().mapToDouble(Line::highest).max().orElse(1) / STEPS);
        double highest = Math.max(
                step, Math.ceil(lines.stream().mapToDouble(Line::highest).max().orElse(1) / step) * step);
        StringBuilder svg = new StringBuilder();
        svg.append("<figure><figcaption>").append(Page.escape(title)).append(" <small>");
        svg.append(Page.escape(unit)).append("</small></figcaption>");
        add(svg, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, Page.escape(title));
        if (shadedUntil > 0) {
            double width = x(shadedUntil, furthest) - LEFT;
            int height = HEIGHT - TOP - BOTTOM;
            add(
                    svg,
                    "<rect class=\"shade\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                    LEFT,
                    TOP,
                    width,
                    height);
        }
        grid(svg, furthest, highest, step);
        marks.forEach(mark -> mark(svg, mark, furthest));
        for (int index = 0; index < lines.size(); index++) {
            line(svg, lines.get(index), index, furthest, highest);
        }
        svg.append("</svg>").append(legend()).append("</figure>\n");
        return svg.toString();
    }

    private static void grid(StringBuilder svg, double furthest, double highest, double step) {
        for (double value = 0; value <= highest + step / 2; value += step) {
            double y = y(value, highest);
            add(svg, "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, WIDTH - RIGHT, y, y);
            add(
                    svg,
                    "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT - 6,
                    y + 4,
                    shown(value));
        }
        double seconds = niceStep(furthest / STEPS);
        for (double value = 0; value <= furthest; value += seconds) {
            double x = x(value, furthest);
            add(
                    svg,
                    "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s s</text>",
                    x,
                    HEIGHT - 10,
                    shown(value));
        }
    }

    private static void mark(StringBuilder svg, Mark mark, double furthest) {
        double x = x(mark.x(), furthest);
        add(svg, "<g class=\"mark\"><title>%s</title>", Page.escape(mark.label()));
        add(svg, "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/></g>", x, x, TOP, HEIGHT - BOTTOM);
    }

    private static void line(StringBuilder svg, Line line, int index, double furthest, double highest) {
        add(svg, "<polyline class=\"line c%d\" points=\"", index);
        for (int point = 0; point < line.x().size(); point++) {
            add(svg, "%.1f,%.1f ", x(line.x().get(point), furthest), y(line.y().get(point), highest));
        }
        svg.append("\"/>");
    }

    private String legend() {
        if (lines.size() < 2) {
            return "";
        }
        StringBuilder legend = new StringBuilder("<p class=\"legend\">");
        for (int index = 0; index < lines.size(); index++) {
            add(
                    legend,
                    "<span><i class=\"c%d\"></i>%s</span>",
                    index,
                    Page.escape(lines.get(index).name()));
        }
        return legend.append("</p>").toString();
    }

    private static double x(double value, double furthest) {
        return LEFT + value / furthest * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, double highest) {
        return TOP + (1 - value / highest) * (HEIGHT - TOP - BOTTOM);
    }

    /** The next of 1, 2, 2.5, 5 times a power of ten. */
    static double niceStep(double rough) {
        if (rough <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double nice : NICE) {
            if (nice * power >= rough) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    static String shown(double value) {
        if (value >= 1_000_000) {
            return trimmed(value / 1_000_000) + "M";
        }
        return value >= 10_000 ? trimmed(value / 1_000) + "k" : trimmed(value);
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}

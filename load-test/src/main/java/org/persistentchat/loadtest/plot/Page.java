package org.persistentchat.loadtest.plot;

import java.util.List;
import java.util.Map;

/**
 * A page with figures and charts in one file, readable in light and dark.
 *
 * @param figures what is shown large on top, name to value
 */
public record Page(String title, String subtitle, Map<String, String> figures, List<Chart> charts, String text) {
    private static final String STYLE = """
            :root{color-scheme:light dark;--bg:#fafaf9;--card:#fff;--ink:#1c1917;--dim:#78716c;--rule:#e7e5e4;--shade:#78716c18;
            --c0:#2563eb;--c1:#0d9488;--c2:#d97706;--c3:#dc2626}
            @media(prefers-color-scheme:dark){:root{--bg:#131210;--card:#1c1b19;--ink:#f0eeeb;--dim:#a39e98;--rule:#33302c;
            --shade:#a39e9820;--c0:#7aa7ff;--c1:#4fd1c0;--c2:#f6b04e;--c3:#ff8080}}
            *{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);
            font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
            main{max-width:1200px;margin:0 auto;padding:32px 20px 48px}h1{font-size:24px;margin:0}
            .sub{color:var(--dim);margin:4px 0 24px}
            .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,240px),1fr));gap:12px;margin:0 0 24px}
            .figures div,figure,pre{background:var(--card);border:1px solid var(--rule);border-radius:10px}
            .figures div{padding:12px 14px}.figures dt{color:var(--dim);font-size:12.5px}
            .figures dd{margin:0;font-size:21px;font-weight:600;font-variant-numeric:tabular-nums}
            .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:14px}
            figure{margin:0;padding:14px 14px 8px}figcaption{font-weight:600}small,.legend{color:var(--dim);font-weight:400}
            svg{width:100%;height:auto;display:block;margin-top:6px}.grid{stroke:var(--rule)}.shade{fill:var(--shade)}
            .mark line{stroke:var(--c3);stroke-width:1;stroke-dasharray:2 3;opacity:.65}
            .tick{fill:var(--dim);font-size:11px;font-variant-numeric:tabular-nums}
            .line{fill:none;stroke-width:1.8;stroke-linejoin:round;vector-effect:non-scaling-stroke}
            .line.c0{stroke:var(--c0)}.line.c1{stroke:var(--c1)}.line.c2{stroke:var(--c2)}.line.c3{stroke:var(--c3)}
            i.c0{background:var(--c0)}i.c1{background:var(--c1)}i.c2{background:var(--c2)}i.c3{background:var(--c3)}
            .legend{display:flex;flex-wrap:wrap;gap:4px 16px;margin:4px 0;font-size:13px}
            .legend i{display:inline-block;width:14px;height:3px;border-radius:2px;margin-right:6px;vertical-align:middle}
            pre{padding:14px;overflow-x:auto;font-size:13px;margin:24px 0 0}
            """;

    /** The whole document. */
    public String html() {
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        html.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
        html.append(escape(title)).append("</title><style>").append(STYLE).append("</style></head><body><main><h1>");
        html.append(escape(title)).append("</h1><p class=\"sub\">").append(escape(subtitle));
        html.append("</p><dl class=\"figures\">");
        figures.forEach((name, value) -> html.append("<div><dt>")
                .append(escape(name))
                .append("</dt><dd>")
                .append(escape(value))
                .append("</dd></div>"));
        html.append("</dl><div class=\"charts\">");
        charts.forEach(chart -> html.append(chart.html()));
        html.append("</div><pre>").append(escape(text)).append("</pre></main></body></html>\n");
        return html.toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package dev.moka.kernel.display;

import java.util.List;
import java.util.Locale;

/// A table as HTML that follows the front end's theme: names with their types and distributions,
/// numbers to the right, missing values grey, the middle left out. It brings its style along and
/// needs nothing from a network.
final class TableHtml {
    /// JupyterLab's variables where there are any, else colours that read on white and, by the
    /// media query, on black.
    private static final String STYLE =
            """
            <style>
            .moka-table{--mt-line:var(--jp-border-color2,#d6d3d1);--mt-soft:var(--jp-ui-font-color2,#6b6764);\
            --mt-back:var(--jp-layout-color0,transparent);--mt-band:var(--jp-layout-color2,rgba(128,128,128,.08));\
            --mt-hover:var(--jp-rendermime-table-row-hover-background,rgba(128,128,128,.14));\
            --mt-bar:var(--jp-brand-color1,#b4531a);color:var(--jp-ui-font-color1,inherit);\
            font:13px/1.45 var(--jp-ui-font-family,system-ui,sans-serif);max-width:100%;overflow-x:auto}
            .moka-table table{border-collapse:collapse;border:0;margin:0;font-size:13px;table-layout:auto;width:auto}
            .moka-table th,.moka-table td{padding:3px 12px 3px 8px;text-align:left;vertical-align:bottom;border:0;\
            white-space:nowrap;max-width:28em;overflow:hidden;text-overflow:ellipsis;background:none}
            .moka-table thead th{border-bottom:1px solid var(--mt-line);font-weight:600;background:var(--mt-back)}
            .moka-table tbody tr{background:none}
            .moka-table tbody tr:nth-child(even){background:var(--mt-band)}
            .moka-table tbody tr:hover{background:var(--mt-hover)}
            .moka-table td.n,.moka-table th.n{text-align:right;font-variant-numeric:tabular-nums}
            .moka-table td.i,.moka-table th.i{color:var(--mt-soft);font-weight:400;text-align:right;\
            font-variant-numeric:tabular-nums}
            .moka-table td.m{color:var(--mt-soft);font-style:italic;opacity:.75}
            .moka-table td.g{color:var(--mt-soft);text-align:center;font-style:italic}
            .moka-table .t{display:block;color:var(--mt-soft);font-weight:400;font-size:11px;letter-spacing:.02em}
            .moka-table svg{display:block;margin:2px 0 1px;height:18px;width:72px}
            .moka-table th.n svg{margin-left:auto}
            .moka-table rect{fill:var(--mt-bar);opacity:.75}
            .moka-table .s{color:var(--mt-soft);font-size:12px;padding:5px 8px}
            </style>
            """;

    private TableHtml() {}

    static String of(TableData table, TableWindow window) {
        StringBuilder html =
                new StringBuilder("<div class=\"moka-table\">").append(STYLE).append("<table>");
        head(html, table, window);
        html.append("<tbody>");
        int width = window.columns().size() + 1 + (window.columnGap() < 0 ? 0 : 1);
        for (int i = 0; i < window.rows().size(); i++) {
            if (window.gapBefore(i)) {
                html.append(
                        "<tr><td class=\"g\" colspan=\"%d\">… %,d more rows</td></tr>"
                                .formatted(width, window.hiddenRows()));
            }
            row(html, window, window.rows().get(i));
        }
        return html.append("</tbody></table><div class=\"s\">")
                .append(escape(Tables.shape(table)))
                .append(missing(table, window))
                .append("</div></div>")
                .toString();
    }

    private static void head(StringBuilder html, TableData table, TableWindow window) {
        html.append("<thead><tr><th class=\"i\" scope=\"col\"></th>");
        List<TableData.Column> columns = window.columns();
        for (int i = 0; i < columns.size(); i++) {
            TableData.Column column = columns.get(i);
            if (i == window.columnGap()) {
                html.append("<th>…</th>");
            }
            html.append(
                    "<th scope=\"col\" class=\"%s\">%s<span class=\"t\">%s</span>%s</th>"
                            .formatted(
                                    column.numeric() ? "n" : "",
                                    escape(column.name()),
                                    escape(column.type().toLowerCase(Locale.ROOT)),
                                    Sparkline.of(column, table.rows())));
        }
        html.append("</tr></thead>");
    }

    private static void row(StringBuilder html, TableWindow window, int row) {
        html.append("<tr><td class=\"i\">").append(row).append("</td>");
        List<TableData.Column> columns = window.columns();
        for (int i = 0; i < columns.size(); i++) {
            TableData.Column column = columns.get(i);
            if (i == window.columnGap()) {
                html.append("<td class=\"g\">…</td>");
            }
            String align = column.numeric() ? "n" : "";
            if (column.missing(row)) {
                html.append("<td class=\"m %s\">missing</td>".formatted(align));
            } else {
                html.append(
                        "<td class=\"%s\">%s</td>"
                                .formatted(align, escape(TableWindow.cell(column, row))));
            }
        }
        html.append("</tr>");
    }

    /// Counted over the shown columns only where the table is small enough to look at every value.
    private static String missing(TableData table, TableWindow window) {
        if ((long) table.rows() * window.columns().size() > 1_000_000) {
            return "";
        }
        long count = 0;
        for (TableData.Column column : table.columns()) {
            for (int row = 0; row < table.rows(); row++) {
                count += column.missing(row) ? 1 : 0;
            }
        }
        return count == 0
                ? ""
                : ", %,d missing %s".formatted(count, count == 1 ? "value" : "values");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package dev.moka.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.kernel.api.DisplayData;
import dev.moka.kernel.api.Displayable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.PieChartBuilder;
import org.knowm.xchart.QuickChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RenderersTest {
    private final Renderers renderers = new Renderers();

    private static Table penguins(int rows) {
        Table table =
                Table.create(
                        "penguins",
                        StringColumn.create("species"),
                        DoubleColumn.create("mass"),
                        IntColumn.create("year"),
                        BooleanColumn.create("seen"),
                        DateColumn.create("on"));
        for (int i = 0; i < rows; i++) {
            table.stringColumn("species").append(i % 3 == 0 ? "Adelie <b>" : "Gentoo, \"big\"");
            if (i == 1) {
                table.doubleColumn("mass").appendMissing();
            } else {
                table.doubleColumn("mass").append(3_700 + i);
            }
            table.intColumn("year").append(2_007 + i % 3);
            table.booleanColumn("seen").append(i % 2 == 0);
            table.dateColumn("on").append(LocalDate.of(2007, 11, 11).plusDays(i));
        }
        return table;
    }

    private static String text(DisplayData data, String mimeType) {
        return Objects.toString(data.data().get(mimeType));
    }

    @Test
    void aTableHasNamesTypesDistributionsAndShape() {
        String html = text(renderers.render(penguins(344)), "text/html");
        assertThat(html)
                .contains("species<span class=\"t\">string</span><svg")
                .contains("mass<span class=\"t\">double</span><svg")
                .contains("… 329 more rows")
                .contains("penguins: 344 rows × 5 columns, 1 missing value")
                .contains("<td class=\"m n\">missing</td>")
                .contains("var(--jp-")
                .contains("Adelie &lt;b&gt;")
                .doesNotContain("<b>")
                .doesNotContain("http");
        assertThat(html).hasSizeLessThan(12_000);
    }

    @Test
    void aTableIsTextAndCsvToo() {
        DisplayData data = renderers.render(penguins(3));
        assertThat(text(data, "text/plain"))
                .startsWith("penguins: 3 rows × 5 columns\nspecies ")
                .contains("double  integer  boolean")
                .contains("·");
        assertThat(text(data, "text/plain").lines()).hasSize(6);
        assertThat(text(data, "text/csv"))
                .startsWith(
                        "species,mass,year,seen,on\r\n"
                                + "Adelie <b>,3700,2007,true,2007-11-11\r\n"
                                + "\"Gentoo, \"\"big\"\"\",,2008");
        assertThat(data.metadata()).containsEntry("text/csv", Map.of("rows", 3, "of", 3));
    }

    @Test
    void aHugeTableStaysSmall() {
        Table wide = Table.create("wide");
        for (int i = 0; i < 200; i++) {
            wide.addColumns(IntColumn.create("c" + i, IntStream.range(0, 20_000).toArray()));
        }
        DisplayData data = renderers.render(wide);
        int size = data.data().values().stream().mapToInt(each -> each.toString().length()).sum();
        assertThat(size).isLessThan(200_000);
        assertThat(text(data, "text/html"))
                .contains("c15<span")
                .doesNotContain("c16<span")
                .contains("c199<span")
                .contains("<th>…</th>");
    }

    @Test
    void anEmptyTableIsShown() {
        assertThat(text(renderers.render(Table.create("none")), "text/plain"))
                .isEqualTo("none: 0 rows × 0 columns");
        assertThat(text(renderers.render(penguins(0)), "text/html")).contains("0 rows × 5 columns");
    }

    @Test
    void aColumnIsShownAsATable() {
        assertThat(text(renderers.render(penguins(3).doubleColumn("mass")), "text/html"))
                .contains("mass<span class=\"t\">double")
                .contains("3 rows × 1 column");
    }

    @Test
    void aListOfRecordsIsATable() {
        record Row(String name, double price, @org.jspecify.annotations.Nullable Integer stock) {}
        DisplayData data = renderers.render(List.of(new Row("a", 1.5, 3), new Row("b", 2.5, null)));
        assertThat(text(data, "text/html"))
                .contains("price<span class=\"t\">double")
                .contains("missing</td>");
        assertThat(text(data, "text/csv")).isEqualTo("name,price,stock\r\na,1.5,3\r\nb,2.5,\r\n");
    }

    @Test
    void aChartIsAPictureOfTwiceItsSizeWithWords() throws Exception {
        XYChart chart =
                new XYChartBuilder()
                        .width(400)
                        .height(300)
                        .title("Growth")
                        .xAxisTitle("time")
                        .yAxisTitle("size")
                        .build();
        chart.addSeries("first", new double[] {1, 2}, new double[] {3, 4});
        chart.addSeries("second", new double[] {1, 2}, new double[] {5, 6});
        DisplayData data = renderers.render(chart);
        BufferedImage image =
                ImageIO.read(
                        new ByteArrayInputStream(
                                Base64.getDecoder().decode(text(data, "image/png"))));
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isEqualTo(600);
        String words = "XY chart: Growth; x axis: time; y axis: size; series: first, second";
        assertThat(text(data, "text/plain")).isEqualTo(words);
        assertThat(data.metadata())
                .containsEntry("image/png", Map.of("width", 400, "height", 300, "alt", words));
    }

    @Test
    void everyKindOfChartIsShown() {
        var pie = new PieChartBuilder().width(200).height(200).title("Shares").build();
        pie.addSeries("a", 1);
        assertThat(text(renderers.render(pie), "text/plain"))
                .isEqualTo("Pie chart: Shares; series: a");
        var quick =
                QuickChart.getChart("Q", "x", "y", "f", new double[] {1, 2}, new double[] {1, 4});
        assertThat(renderers.render(quick).data()).containsKey("image/png");
    }

    @Test
    void picturesArePng() {
        DisplayData data = renderers.render(new BufferedImage(4, 3, BufferedImage.TYPE_INT_ARGB));
        assertThat(data.data())
                .containsEntry("text/plain", "picture, 4 × 3 pixels")
                .containsKey("image/png");
    }

    @Test
    void aValueMayRenderItself() {
        Displayable self = () -> DisplayData.html("<i>self</i>");
        assertThat(renderers.render(self).data())
                .containsEntry("text/html", "<i>self</i>")
                .containsKey("text/plain");
    }

    @Test
    void aRegisteredRendererComesFirstAndTheNearestTypeDecides() {
        renderers.register(Number.class, n -> DisplayData.markdown("number " + n));
        renderers.register(Integer.class, n -> DisplayData.markdown("integer " + n));
        assertThat(renderers.render(1).data()).containsEntry("text/markdown", "integer 1");
        assertThat(renderers.render(1.5).data())
                .containsEntry("text/markdown", "number 1.5")
                .containsEntry("text/plain", "1.5");
    }

    @Test
    void aRendererThatFailsDoesNotBreakTheCell() {
        renderers.register(
                Thread.State.class,
                _ -> {
                    throw new IllegalStateException("broken");
                });
        assertThat(text(renderers.render(Thread.State.NEW), "text/plain"))
                .startsWith("NEW")
                .contains("broken");
    }

    @Test
    void textIsShownAsTheTypeThatIsAskedFor() {
        assertThat(renderers.render("<b>x</b>", List.of("text/html")).data())
                .isEqualTo(Map.of("text/html", "<b>x</b>"));
        assertThatThrownBy(() -> renderers.render(5, List.of("image/png")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "java.lang.Integer can't be shown as image/png, but as text/plain");
    }
}

package org.persistentchat.loadtest.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Charts scale to their values, pages need nothing from elsewhere. */
class PageTest {

    @Test
    void theAxisEndsAtANiceNumberAboveTheHighestValue() {
        assertThat(Chart.niceStep(0)).isEqualTo(1);
        assertThat(Chart.niceStep(1.3)).isEqualTo(2);
        assertThat(Chart.niceStep(230)).isEqualTo(250);
        assertThat(Chart.niceStep(0.06)).isEqualTo(0.1);
        assertThat(Chart.shown(20_000)).isEqualTo("20k");
        assertThat(Chart.shown(2_500_000)).isEqualTo("2.5M");
        assertThat(Chart.shown(0.25)).isEqualTo("0.25");
    }

    @Test
    void aPointLiesWhereItsValueIs() {
        Line line = new Line("a", List.of(0.0, 10.0), List.of(0.0, 5.0));
        assertThat(new Chart("T", "u", List.of(line), 5).html())
                .contains("58.0,210.0 548.0,14.0")
                .contains("<rect class=\"shade\"");
    }

    @Test
    void aPageIsWholeAndEscapesWhatItShows() {
        Line empty = new Line("none", List.of(), List.of());
        String html = new Page("<T>", "s & t", Map.of("n", "1"), List.of(new Chart("c", "", List.of(empty), 0)), "a<b")
                .html();
        assertThat(html)
                .contains("&lt;T&gt;", "s &amp; t", "a&lt;b", "prefers-color-scheme")
                .doesNotContain("http", "<script");
    }

    @Test
    void aLineHasAsManyValuesAsTimes() {
        assertThatThrownBy(() -> new Line("a", List.of(1.0), List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.persistentchat.history;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.persistentchat.history.HistoryQuery.Direction;

/** A page is a range of dense sequences, within the room and within the limit. */
class PageRangeTest {
    private static PageRange page(Direction direction, long at, int limit, long last) {
        return PageRange.of(new HistoryQuery(direction, at, limit), last);
    }

    @Property(tries = 1_000)
    void everyPageLiesInTheRoomAndWithinTheLimit(
            @ForAll Direction direction,
            @ForAll @LongRange(min = 0, max = 300) long at,
            @ForAll @IntRange(min = 1, max = 60) int limit,
            @ForAll @LongRange(min = 0, max = 200) long last) {
        PageRange page = page(direction, at, limit, last);
        assertThat(page.from()).isPositive();
        assertThat(page.size()).isBetween(0L, (long) limit);
        if (page.size() > 0) {
            assertThat(page.to()).isBetween(page.from(), last);
        }
    }

    @Property(tries = 500)
    void pagesBeforeOneAnotherReachTheBeginning(
            @ForAll @IntRange(min = 1, max = 60) int limit, @ForAll @LongRange(min = 0, max = 500) long last) {
        long next = last;
        PageRange page = PageRange.of(HistoryQuery.newest(limit), last);
        while (page.size() > 0) {
            assertThat(page.to()).isEqualTo(next);
            next = page.from() - 1;
            page = page(Direction.BEFORE, page.from(), limit, last);
        }
        assertThat(next).isZero();
    }

    @Property(tries = 500)
    void pagesAfterOneAnotherReachTheEnd(
            @ForAll @IntRange(min = 1, max = 60) int limit, @ForAll @LongRange(min = 0, max = 500) long last) {
        long reached = 0;
        PageRange page = page(Direction.AFTER, 0, limit, last);
        while (page.size() > 0) {
            assertThat(page.from()).isEqualTo(reached + 1);
            reached = page.to();
            page = page(Direction.AFTER, reached, limit, last);
        }
        assertThat(reached).isEqualTo(last);
    }

    @Property(tries = 500)
    void aPageAroundASequenceOfTheRoomHoldsIt(
            @ForAll @IntRange(min = 1, max = 60) int limit, @ForAll @LongRange(min = 1, max = 200) long at) {
        PageRange page = page(Direction.AROUND, at, limit, 200);
        assertThat(at).isBetween(page.from(), page.to());
    }

    @Example
    void beforeAndAfterLeaveTheCursorOut() {
        assertThat(page(Direction.BEFORE, 120, 50, 240)).isEqualTo(new PageRange(70, 119));
        assertThat(page(Direction.AFTER, 120, 50, 240)).isEqualTo(new PageRange(121, 170));
        assertThat(page(Direction.AROUND, 120, 50, 240)).isEqualTo(new PageRange(95, 144));
    }

    @Example
    void anEmptyPageSaysThatNothingLiesThere() {
        assertThat(page(Direction.BEFORE, 1, 50, 240).size()).isZero();
        assertThat(page(Direction.AFTER, 240, 50, 240).size()).isZero();
        assertThat(page(Direction.NEWEST, 0, 50, 0).size()).isZero();
    }
}

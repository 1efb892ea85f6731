import QtQuick
import QtTest
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The font size decreases until the text fits, but not below the smallest size.
TestCase {
    id: test

    name: "FittedView"

    function init(): void {
        view.maximumHeight = 0;
        view.lines = 4;
        view.word = 0;
        view.fit();
    }
    function test_with_room_enough_nothing_shrinks(): void {
        view.maximumHeight = 10000;
        compare(view.share, 1);
        compare(view.capMm, Theme.bodyCap);
    }
    function test_it_shrinks_until_it_fits(): void {
        const full = view.wantedHeight;
        view.maximumHeight = full * 0.97;
        verify(view.share < 1);
        verify(view.wantedHeight <= view.maximumHeight);
    }
    function test_it_never_shrinks_below_the_smallest_size(): void {
        view.maximumHeight = 1;
        compare(view.capMm, view.smallest);
    }
    function test_it_grows_again_with_the_room(): void {
        view.maximumHeight = 1;
        view.maximumHeight = 10000;
        compare(view.share, 1);
    }
    function test_a_word_that_is_wider_than_its_place_shrinks_too(): void {
        view.word = view.width / (Theme.bodyCap * 0.97);
        view.maximumHeight = 10000;
        verify(view.share < 1);
        verify(!view.broken);
    }
    function test_what_can_stand_closer_does_where_no_letters_fit(): void {
        view.maximumHeight = view.lines * view.smallest * 10 - 1;
        verify(view.dense);
        verify(view.wantedHeight <= view.maximumHeight);
        view.maximumHeight = 10000;
        verify(!view.dense);
    }

    FittedView {
        id: view

        property int lines: 4
        property real word: 0

        broken: word * capMm > width
        wantedHeight: (dense ? lines / 2 : lines) * capMm * 10
        width: 100
    }
}

import QtQuick
import QtTest
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Icon and text share the button without overflowing it.
TestCase {
    id: test

    height: 300
    name: "ActionButton"
    visible: true
    when: windowShown
    width: 600

    function init(): void {
        button.iconName = "home";
        button.text = "";
        button.stacked = false;
        button.width = 300;
        button.height = 120;
    }
    function icon(): Item {
        return button.contentItem.children[0].children[0];
    }
    function word(): Item {
        return button.contentItem.children[0].children[1];
    }
    function middleOf(item: Item): point {
        return item.mapToItem(button, item.width / 2, item.height / 2);
    }
    function test_an_icon_alone_is_in_the_middle(): void {
        waitForRendering(button);
        fuzzyCompare(middleOf(icon()).x, button.width / 2, 1);
        fuzzyCompare(middleOf(icon()).y, button.height / 2, 1);
    }
    function test_the_word_follows_its_icon(): void {
        button.text = "Về đầu";
        waitForRendering(button);
        verify(middleOf(icon()).x < middleOf(word()).x);
        verify(word().width <= button.availableWidth);
    }
    function test_a_long_word_is_broken_and_not_lost(): void {
        button.text = "Gọi cán bộ đến giúp bác một tay";
        button.width = 160;
        waitForRendering(button);
        verify(word().lineCount > 1);
        verify(word().width <= button.availableWidth);
    }
    function test_an_icon_stands_beside_words_of_two_lines_and_both_in_the_middle(): void {
        button.text = "Cho người tiếp theo";
        waitForRendering(button);
        button.width = icon().width + Theme.smallGap + word().implicitWidth * 0.8 + button.leftPadding + button.rightPadding;
        waitForRendering(button);
        compare(word().lineCount, 2);
        const slack = (word().width - word().contentWidth) / 2;
        const left = icon().mapToItem(button, 0, 0).x;
        const begin = word().mapToItem(button, 0, 0).x + slack;
        verify(slack > 2);
        fuzzyCompare(begin - left - icon().width, Theme.smallGap, 1);
        fuzzyCompare((left + begin + word().contentWidth) / 2, button.width / 2, 1);
    }
    function test_above_a_word_the_icon_takes_what_is_left(): void {
        button.text = "Nghe lại";
        button.stacked = true;
        button.iconSize = 500;
        waitForRendering(button);
        verify(middleOf(icon()).y < middleOf(word()).y);
        verify(icon().height + word().implicitHeight <= button.availableHeight + 1);
    }

    ActionButton {
        id: button

        objectName: "action"
    }
}

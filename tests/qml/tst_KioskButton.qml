import QtQuick
import QtTest
import TutorialKiosk.Controls

//! A touch counts once, whatever the finger does.
TestCase {
    id: test

    height: 200
    name: "KioskButton"
    visible: true
    when: windowShown
    width: 300

    function init(): void {
        clock.advance(5);
        spy.clear();
        button.enabled = true;
    }
    function test_a_touch_counts(): void {
        mouseClick(button);
        compare(spy.count, 1);
    }
    function test_a_tremor_counts_once(): void {
        mouseClick(button);
        clock.advance(0.1);
        mouseClick(button);
        compare(spy.count, 1);
        clock.advance(5);
        mouseClick(button);
        compare(spy.count, 2);
    }
    function test_a_key_counts_as_a_touch_does(): void {
        button.forceActiveFocus();
        keyClick(Qt.Key_Return);
        compare(spy.count, 1);
        clock.advance(5);
        keyClick(Qt.Key_Space);
        compare(spy.count, 2);
        keyClick(Qt.Key_A);
        compare(spy.count, 2);
    }
    function test_a_finger_that_slid_off_touched_nothing(): void {
        mousePress(button);
        mouseMove(button, button.width + 50, button.height + 50);
        mouseRelease(button, button.width + 50, button.height + 50);
        compare(spy.count, 0);
    }
    function test_what_waits_cannot_be_touched(): void {
        button.enabled = false;
        mouseClick(button);
        compare(spy.count, 0);
    }

    KioskButton {
        id: button

        height: 100
        objectName: "one"
        width: 200
    }
    SignalSpy {
        id: spy

        signalName: "activated"
        target: button
    }
}

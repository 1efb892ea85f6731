"""A speaker who records in the studio, by touches only."""

from PySide6.QtTest import QTest

AGREED = ("Người nói 1", "Người nói 2", "H'Bia", "my")
"""The speaker who gave consent earlier; giving consent has tests of its own."""


class NativeSpeaker:
    """A speaker at the page of the studio."""

    def __init__(self, staff, voice, microphones):
        self.staff, self.voice, self._microphones = staff, voice, microphones
        self._finger = QTest.createTouchDevice()

    @property
    def page_model(self):
        return self.staff.headless.kiosk.staff.property("page")

    @property
    def mic(self):
        return self._microphones[-1]

    @property
    def doing(self):
        return self.page_model.property("session").property("recordingState")

    @property
    def message(self):
        return self.page_model.property("session").property("message")

    @property
    def sentence(self):
        return self.page_model.property("recorder").property("source")

    def wait_until(self, is_so):
        self.staff.wait_until(is_so)

    def open_studio(self, language="rad", topic="noi-mang", agreed=AGREED):
        self.staff.headless.journey.to_home("vi")
        self.touch("call", "staff-login")
        self.staff.headless.kiosk.staff.loggedIn.emit()
        self.staff.headless.driver.wait_for_frame()
        self.staff.open("studio")
        self.touch(f"language:{language}")
        self.wait_until(lambda: self.staff.sees(f"topic:{topic}"))
        self.page_model._consent.agreed = agreed

    def come_to_the_microphone(self, topic="noi-mang"):
        self.open_studio()
        self.touch(f"topic:{topic}", "nameless", "no-dialect")
        self.wait_until(lambda: self.doing == "ready")

    def come_to_the_sentences(self, topic="noi-mang"):
        """Opens the sentences of a topic; the microphone test is marked as done."""
        self.open_studio()
        self.page_model._checked = True
        self.touch(f"topic:{topic}", "nameless", "no-dialect")
        self.wait_until(lambda: self.doing == "ready")

    def touch(self, *names):
        """Touches each item after the window has painted a frame."""
        for name in names:
            self.staff.headless.driver.wait_for_frame()
            self.staff.touch(name)

    def press(self):
        """Puts a finger on the red button."""
        self.staff.headless.driver.wait_for_frame()
        self.staff.headless.kiosk.platform.clock.time_s += 1
        self._place = (
            self.staff.headless.driver.middle_of("speak"),
            self.staff.headless.kiosk.window,
        )
        self._touch().press(0, *self._place).commit()

    def hold_to_record(self):
        """Puts a finger on the red button and waits until the recording has begun."""
        self.press()
        self.wait_until(lambda: self.doing == "recording")

    def tap_to_record(self):
        """Starts a recording with a short touch, for speaking without holding the button."""
        self.hold_to_record()
        self.let_go(after_s=0.1)

    def let_go(self, after_s=2.0):
        self.staff.headless.kiosk.platform.clock.time_s += after_s
        self._touch().release(0, *self._place).commit()

    def say(self):
        """Records one sentence with the button held; returns when it is accepted or refused."""
        self.hold_to_record()
        self.let_go()
        self.wait_until(lambda: self.doing in ("taken", "ready"))

    def keep(self):
        shown = self.sentence
        self.touch("keep")
        self.wait_until(lambda: not self.staff.sees("keep") or self.sentence != shown)
        self.wait_until(lambda: not self.page_model.is_busy)

    def _touch(self):
        return QTest.touchEvent(self.staff.headless.kiosk.window, self._finger)

"""What the studio's desk has done by another thread, with recordings on the disk."""

from collections.abc import Callable

from kiosk.domain.line import Line
from kiosk.rooms.studio.refusals import of_disk
from kiosk.ui.jobs import Jobs


class DiskWork:
    """One piece of work at a time; a disk that refuses is told, and nothing is lost."""

    def __init__(
        self, jobs: Jobs, tell: Callable[[Line], None], changed: Callable[[], None]
    ) -> None:
        self._jobs = jobs
        self._tell = tell
        self._changed = changed
        self._round = object()
        self.is_busy = False

    def forget(self) -> None:
        """Whatever comes of the work that is being done, nobody waits for it."""
        self._round = object()
        self.is_busy = False

    def do(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        """Do it away from the window."""
        self.is_busy = True
        this_round = self._round

        def attempt() -> object:
            try:
                return work()
            except OSError as refused:
                return refused

        def take(result: object) -> None:
            if self._round is not this_round:
                return
            self.is_busy = False
            self._changed()
            if isinstance(result, OSError):
                self._tell(of_disk(result))
            else:
                then(result)

        self._jobs.run(attempt, take)
        self._changed()

"""Kiosks of several communes, each with its own identity, key and figures."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.stats.event import Event, Kind
from kiosk.stats.groups import Figure, Period
from kiosk.stats.period_file import Heartbeat, PeriodFile, signed_bytes

DAY = datetime(2026, 11, 20, 8).astimezone()


@dataclass
class Kiosk:
    """A kiosk that sends its figures."""

    centre: str
    inbox: Path
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def uuid(self) -> str:
        return str(uuid5(NAMESPACE_URL, self.centre))

    def send(
        self,
        day: datetime = DAY,
        figures: tuple[Figure, ...] = (),
        made_at: datetime | None = None,
        *,
        centre: str | None = None,
        pack: int = 1,
        frame_at: datetime | None = None,
        problems: tuple[str, ...] = (),
    ) -> Path:
        made = made_at or day + timedelta(hours=9)
        heartbeat = Heartbeat(
            frame_at=(frame_at or made).isoformat(),
            voice_at=made.isoformat(),
            pack=pack,
            version="0.1.0",
            problems=problems,
        )
        file = PeriodFile(
            kiosk=self.uuid,
            centre=centre or self.centre,
            period=day.strftime("%Y-%m-%d"),
            made_at=made.isoformat(),
            figures=figures,
            heartbeat=heartbeat,
            titles={"noi-wifi": "Nối Wi-Fi", "lua-dao": "Lừa đảo <b>"},
        )
        path = self.inbox / self.uuid / f"{made.timestamp():.0f}-{file.name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(signed_bytes(file, self.key))
        return path


def figure(
    kind: Kind,
    times: int,
    lesson: str = "noi-wifi",
    step: str = "",
    language: str = "",
    day: datetime = DAY,
) -> Figure:
    hour = int(day.timestamp()) // 3600
    way = "together" if step else ""
    return Figure(Period.HOUR, hour, Event(kind, lesson, way, step, "", language), times)


@pytest.fixture
def make_kiosk(tmp_path):
    return lambda centre: Kiosk(centre, tmp_path / "inbox")

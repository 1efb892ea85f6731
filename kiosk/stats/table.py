"""The figures as CSV for spreadsheets."""

import csv
from collections.abc import Iterable
from dataclasses import astuple, fields
from typing import TextIO

from kiosk.domain.cells import guarded_cell
from kiosk.stats.event import Event
from kiosk.stats.groups import Figure
from kiosk.stats.hours import begin_of_hour

COLUMNS = ("period", "begins", *(field.name for field in fields(Event)), "times")


def write_table(figures: Iterable[Figure], file: TextIO) -> None:
    """Writes CSV with a header row."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for figure in figures:
        begins = begin_of_hour(figure.begins).isoformat(timespec="minutes")
        names = map(guarded_cell, astuple(figure.event))
        writer.writerow([figure.period, begins, *names, figure.times])

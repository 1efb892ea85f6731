"""The benchmarks are not run with the tests, but have to work with the current kiosk."""

import importlib
import pkgutil

import pytest

import bench

PARTS = sorted(module.name for module in pkgutil.iter_modules(bench.__path__))


@pytest.mark.parametrize("part", [name for name in PARTS if name != "__main__"])
def test_every_part_of_the_bench_finds_what_it_measures(part):
    assert importlib.import_module(f"bench.{part}")

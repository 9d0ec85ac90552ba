from __future__ import annotations

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the benchmarks out unless they are asked for by their folder."""
    if any("benchmarks" in argument for argument in config.args):
        return
    skip = pytest.mark.skip(reason="measures time; name tests/benchmarks to run it")
    for item in items:
        if item.get_closest_marker("benchmark"):
            item.add_marker(skip)

"""What is kept from one comparison to the next."""

from __future__ import annotations

from facing_pages.core.cache import GenerationalCache


def test_what_was_found_is_known_for_this_comparison_and_the_next() -> None:
    cache: GenerationalCache[str] = GenerationalCache()
    cache.begin()
    cache.put("storm", "harbour")
    assert (cache.get("storm"), cache.has("storm")) == ("harbour", True)
    cache.finish()
    cache.begin()
    assert (cache.get("storm"), cache.has("storm")) == ("harbour", True)


def test_what_two_comparisons_did_not_use_is_forgotten() -> None:
    cache: GenerationalCache[str] = GenerationalCache()
    cache.put("storm", "harbour")
    cache.put("lamp", "stairs")
    for _ in range(2):
        cache.begin()
        cache.get("lamp")
        cache.finish()
    cache.begin()
    assert cache.get("storm") is None
    assert not cache.has("storm")
    assert cache.get("lamp") == "stairs"


def test_a_stopped_comparison_adds_to_what_was_known() -> None:
    cache: GenerationalCache[str] = GenerationalCache()
    cache.put("storm", "harbour")
    cache.begin()
    cache.put("lamp", "stairs")
    cache.begin()
    assert (cache.get("storm"), cache.get("lamp")) == ("harbour", "stairs")


def test_nothing_is_known_once_it_was_cleared() -> None:
    cache: GenerationalCache[str] = GenerationalCache()
    cache.put("storm", "harbour")
    cache.begin()
    cache.put("lamp", "stairs")
    cache.clear()
    assert cache.get("storm") is None
    assert cache.get("lamp") is None

"""Short forms of units that most languages share, as lines for `named`."""

from __future__ import annotations

from typing import Final

COMMON_UNITS: Final = """
    %: %
    ‰: ‰
    km: km
    m: m
    cm: cm
    mm: mm
    kg: kg kilo
    g: g
    mg: mg
    µg: µg
    litre: l
    ml: ml
    ha: ha
    $: $ dollar dollars usd
    €: € euro euros eur
    £: £ gbp
    °C: °c celsius
    °F: °f fahrenheit
    kW: kw
    MW: mw
    GW: gw
    hour: h
    minute: min
"""

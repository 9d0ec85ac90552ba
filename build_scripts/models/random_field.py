"""All chains of links of a pair of runs: their weight, the share of each link, the best one.

Slow and plain beside `core/alignment/lattice.py`, but compiled, and with what training needs.
"""

from __future__ import annotations

import numpy as np
from link_observations import SHAPES
from numba import njit

SHAPE_TABLE = np.array(SHAPES, dtype=np.int64)


@njit(cache=True)
def log_sum(one: float, other: float) -> float:
    """Return the log of the sum of what two logs stand for."""
    if one < other:
        one, other = other, one
    if other < -1e29:
        return one
    return one + np.log1p(np.exp(other - one))


@njit(cache=True)
def all_chains(earned, shapes, gaps):  # type: ignore[no-untyped-def]  # noqa: C901
    """Return the log weight of all chains, each link's share, and the mean counts of gaps.

    `gaps`: what the first and a further sentence of a gap earn, of the original's, the rewrite's.
    """
    count, rows, columns = earned.shape
    never = -1e30
    linked = np.full((rows + 1, columns + 1), never)
    left = np.full((rows + 1, columns + 1), never)
    right = np.full((rows + 1, columns + 1), never)
    every = np.full((rows + 1, columns + 1), never)
    for i in range(rows + 1):
        for j in range(columns + 1):
            value = 0.0 if i == 0 and j == 0 else never
            for s in range(count):
                high, wide = shapes[s]
                if i >= high and j >= wide:
                    value = log_sum(
                        value, every[i - high, j - wide] + earned[s, i - high, j - wide]
                    )
            linked[i, j] = value
            if i > 0:
                left[i, j] = log_sum(linked[i - 1, j] + gaps[0], left[i - 1, j] + gaps[1])
            if j > 0:
                either = log_sum(linked[i, j - 1], left[i, j - 1])
                right[i, j] = log_sum(either + gaps[2], right[i, j - 1] + gaps[3])
            every[i, j] = log_sum(log_sum(linked[i, j], left[i, j]), right[i, j])
    total = every[rows, columns]
    behind = np.full((rows + 1, columns + 1), never)
    from_left = np.full((rows + 1, columns + 1), never)
    from_right = np.full((rows + 1, columns + 1), never)
    shares = np.zeros_like(earned)
    counts = np.zeros(4)
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            onward = 0.0 if i == rows and j == columns else never
            for s in range(count):
                high, wide = shapes[s]
                if i + high <= rows and j + wide <= columns:
                    value = behind[i + high, j + wide] + earned[s, i, j]
                    shares[s, i, j] = np.exp(every[i, j] + value - total)
                    onward = log_sum(onward, value)
            from_right[i, j] = onward
            in_left = onward
            if j < columns:
                ahead = from_right[i, j + 1]
                from_right[i, j] = log_sum(onward, ahead + gaps[3])
                counts[3] += np.exp(right[i, j] + ahead + gaps[3] - total)
                in_left = log_sum(onward, ahead + gaps[2])
                either = log_sum(left[i, j], linked[i, j])
                counts[2] += np.exp(either + ahead + gaps[2] - total)
            from_left[i, j], behind[i, j] = in_left, in_left
            if i < rows:
                below = from_left[i + 1, j]
                from_left[i, j] = log_sum(in_left, below + gaps[1])
                counts[1] += np.exp(left[i, j] + below + gaps[1] - total)
                behind[i, j] = log_sum(in_left, below + gaps[0])
                counts[0] += np.exp(linked[i, j] + below + gaps[0] - total)
    return total, shares, counts


@njit(cache=True)
def best_chain(earned, shapes, gaps):  # type: ignore[no-untyped-def]  # noqa: C901
    """Return the links of the best chain: number of shape, first sentences."""
    count, rows, columns = earned.shape
    never = -1e30
    linked = np.full((rows + 1, columns + 1), never)
    left = np.full((rows + 1, columns + 1), never)
    right = np.full((rows + 1, columns + 1), never)
    choice = np.full((rows + 1, columns + 1), -1)
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i == 0 and j == 0:
                linked[i, j] = 0.0
            for s in range(count):
                high, wide = shapes[s]
                if i >= high and j >= wide:
                    k, m = i - high, j - wide
                    value = max(linked[k, m], left[k, m], right[k, m]) + earned[s, k, m]
                    if value > linked[i, j]:
                        linked[i, j], choice[i, j] = value, s
            if i > 0:
                left[i, j] = max(linked[i - 1, j] + gaps[0], left[i - 1, j] + gaps[1])
            if j > 0:
                either = max(linked[i, j - 1], left[i, j - 1])
                right[i, j] = max(either + gaps[2], right[i, j - 1] + gaps[3])
    links = np.zeros((rows + columns, 3), dtype=np.int64)
    found = 0
    i, j, state = rows, columns, -1
    while i > 0 or j > 0:
        if state < 0:
            values = (linked[i, j], left[i, j], right[i, j])
            state = 0 if values[0] >= max(values[1], values[2]) else 1
            if state == 1 and values[2] > values[1]:
                state = 2
        if state == 0:
            s = choice[i, j]
            i, j = i - shapes[s, 0], j - shapes[s, 1]
            links[found, 0], links[found, 1], links[found, 2] = s, i, j
            found += 1
            state = -1
        elif state == 1:
            i -= 1
            state = 0 if linked[i, j] + gaps[0] >= left[i, j] + gaps[1] else 1
        else:
            j -= 1
            if right[i, j] + gaps[3] <= max(linked[i, j], left[i, j]) + gaps[2]:
                state = 0 if linked[i, j] >= left[i, j] else 1
    return links[:found][::-1]

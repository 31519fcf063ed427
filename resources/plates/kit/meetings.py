"""Where parts go into one another: the lines in which their surfaces meet."""

from __future__ import annotations

from typing import Final

import numpy as np
from mathutils.bvhtree import BVHTree
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

_EDGES: Final = ((0, 1), (1, 2), (2, 0))


def tree(points: Array, triangles: Whole) -> BVHTree:
    """Return what finds a part's triangles quickly."""
    return BVHTree.FromPolygons(points.tolist(), triangles.tolist(), all_triangles=True)


def near_pairs(lows: Array, highs: Array) -> list[tuple[int, int]]:
    """Return the pairs of boxes, by their numbers, that touch one another."""
    found = []
    for number in range(len(lows) - 1):
        touching = np.all((lows[number + 1 :] <= highs[number]) & (highs[number + 1 :] >= lows[number]), axis=1)
        found += [(number, int(other) + number + 1) for other in np.flatnonzero(touching)]
    return found


def meetings(first: tuple[Array, Whole, BVHTree], second: tuple[Array, Whole, BVHTree]) -> Array:
    """Return the lines in which two parts meet: (count, 2 ends, 3 coordinates)."""
    pairs = first[2].overlap(second[2])
    if not pairs:
        return np.empty((0, 2, 3))
    numbers = np.array(pairs, dtype=np.int64)
    a, b = first[0][first[1][numbers[:, 0]]], second[0][second[1][numbers[:, 1]]]
    hits, there = [], []
    for one, other in ((a, b), (b, a)):
        for begin, end in _EDGES:
            place, inside = _through(one[:, begin], one[:, end], other)
            hits.append(place)
            there.append(inside)
    return _spans(np.stack(hits, axis=1), np.stack(there, axis=1))


def _through(begin: Array, end: Array, corners: Array) -> tuple[Array, NDArray[np.bool_]]:
    """Say where edges go through triangles, and whether they do.

    Möller and Trumbore, Fast, Minimum Storage Ray/Triangle Intersection, Journal of Graphics Tools 2 (1997).
    """
    along = end - begin
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    across = np.cross(along, second)
    whole = np.einsum("ij,ij->i", first, across)
    flat = np.abs(whole) < 1e-15
    whole = np.where(flat, 1.0, whole)
    away = begin - corners[:, 0]
    u = np.einsum("ij,ij->i", away, across) / whole
    turned = np.cross(away, first)
    v = np.einsum("ij,ij->i", along, turned) / whole
    t = np.einsum("ij,ij->i", second, turned) / whole
    inside = ~flat & (u >= 0) & (v >= 0) & (u + v <= 1) & (t >= 0) & (t <= 1)
    return begin + along * t[:, None], inside


def _spans(hits: Array, there: NDArray[np.bool_]) -> Array:
    """Return from each pair of triangles the two places farthest apart."""
    enough = there.sum(axis=1) >= 2
    hits, there = hits[enough], there[enough]
    if not len(hits):
        return np.empty((0, 2, 3))
    apart = np.linalg.norm(hits[:, :, None] - hits[:, None, :], axis=3)
    apart[~(there[:, :, None] & there[:, None, :])] = -1.0
    best = apart.reshape(len(hits), -1).argmax(axis=1)
    rows = np.arange(len(hits))
    count = hits.shape[1]
    return np.stack([hits[rows, best // count], hits[rows, best % count]], axis=1)

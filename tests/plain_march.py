"""A ray of light from every pixel, followed step by step: slow, simple, and with nothing in common with the sweep."""

import numpy as np

from atlas.domain.coordinates import MOON_RADIUS_M

R = MOON_RADIUS_M


def plain_march(ground, rect, sun, step_m, towards=0.0):
    """Return which pixels of a rectangle see a point of the Sun's disc, (rows, columns).

    `towards`: -1 is the lower limb, 0 the middle, 1 the upper limb, along the upright of each pixel. Each ray is
    sampled at steps of `step_m` until it has risen over the highest ground there is or has gone half a turn.
    """
    xs, ys = rect.centres()
    x, y = (a.ravel() for a in np.meshgrid(xs, ys))
    k = (x * x + y * y) / (4 * R * R)
    up = np.stack([y / R, x / R, k - 1], axis=-1) / (1 + k)[:, None]
    place = up * (R + ground.sample(x, y))[:, None]
    ray = sun.unit[0] * sun.distance_km[0] * 1000 - place
    distance = np.linalg.norm(ray, axis=1, keepdims=True)
    ray /= distance
    upright = up - (up * ray).sum(axis=1, keepdims=True) * ray
    upright /= np.linalg.norm(upright, axis=1, keepdims=True)
    half = towards * np.arcsin(sun.radius_km * 1000 / distance)
    ray = ray * np.cos(half) + upright * np.sin(half)
    seen = np.ones(len(x), bool)
    going = np.arange(len(x))
    top = R + max(0.0, ground.highest_m)
    travelled = 0.0
    while len(going) and travelled < 2 * R:
        travelled += step_m
        at = place[going] + ray[going] * travelled
        radius = np.sqrt((at * at).sum(axis=1))
        scale = 2 * R / (radius - at[:, 2])
        height = ground.sample(at[:, 1] * scale, at[:, 0] * scale)
        under = radius < R + np.where(np.isnan(height), 0.0, height)
        seen[going[under]] = False
        rising = (at * ray[going]).sum(axis=1) > 0
        going = going[~under & ~(rising & (radius > top))]
    return seen.reshape(rect.height, rect.width)

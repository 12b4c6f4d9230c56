"""The figures as one linear programme in logarithms: how they were reckoned once, and an oracle now.

A product of positive quantities is there a linear equation, an interval a pair of limits. Open ends are taken
for closed ones; what an end rests on are the limits whose dual value is not nought.
"""

import math

import numpy as np
from scipy.optimize import linprog

TOLERANCE = 1e-7  # of the solver


def _system(case):
    """A row for each relation, a column for each quantity; and the limits of these."""
    names = case.quantities
    rows = np.array(
        [[(name == r.product) - (name in r.factors) for name in names] for r in case.relations], dtype=float
    )
    said = [case.bounds[name].interval if name in case.bounds else None for name in names]
    limits = [
        (math.log(s.low) if s and s.low else -math.inf, math.log(s.high) if s else math.inf) for s in said
    ]
    return rows, limits


def implied(case, quantity):
    """Low and high end of a quantity, when what was said about it is dropped, each with the ends of others
    that it rests on; ``None`` where the others contradict each other."""
    rows, limits = _system(case)
    place = case.quantities.index(quantity)
    limits[place] = (-math.inf, math.inf)
    ends = []
    for sign in (1, -1):
        goal = np.eye(len(limits))[place] * sign
        # Presolve may answer "infeasible or unbounded" without saying which.
        found = linprog(goal, A_eq=rows, b_eq=np.zeros(len(rows)), bounds=limits, options={"presolve": False})
        if found.status == 2:
            return None
        if found.status == 3:
            ends.append((0.0 if sign == 1 else math.inf, set()))
            continue
        rests_on = {
            (name, side)
            for side, duals in (("low", found.lower), ("high", found.upper))
            for name, dual in zip(case.quantities, duals.marginals, strict=True)
            if abs(dual) > TOLERANCE
        }
        ends.append((math.exp(sign * found.fun), rests_on))
    return ends


def stretch(case):
    """The smallest factor by which all limits must be loosened for everything to hold."""
    rows, limits = _system(case)
    given = [
        (np.eye(len(limits))[place] * sign, sign * limit)
        for place, both in enumerate(limits)
        for sign, limit in zip((-1, 1), both, strict=True)
        if math.isfinite(limit)
    ]
    if not given:
        return 1.0
    found = linprog(
        [0.0] * len(limits) + [1.0],
        A_ub=[[*row, -1.0] for row, _ in given],
        b_ub=[limit for _, limit in given],
        A_eq=np.hstack([rows, np.zeros((len(rows), 1))]),
        b_eq=np.zeros(len(rows)),
        bounds=[(None, None)] * len(limits) + [(0, None)],
    )
    return math.exp(found.fun)

"""Roles: what part the quantities of a dossier play, so that a notebook asks for a part and never for a name.

A dossier declares some; of two that a product ties, the third follows.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from reported.dossier.plan import PRODUCTS, Plan, third

# What follows from the role that asks for another: ``carried = lasts × rate``.
FOLLOWS = {"lasts": "rate", "carries": "load", "trips": "trip_load"}


@dataclass(frozen=True)
class Roles:
    """The quantity of each role by its name, or an empty text where none plays it."""

    carried: str = ""
    lasts: str = ""
    rate: str = ""
    carries: str = ""
    load: str = ""
    trips: str = ""
    trip_load: str = ""
    promised: str = ""
    delivered: str = ""
    missing: str = ""
    left: str = ""
    pace: str = ""

    def of(self, role: str) -> str:
        """The quantity of a role by the role's name. Raises KeyError where there is no such role."""
        if role not in NAMES:
            raise KeyError(f"no role is called {role!r}; known: {', '.join(NAMES)}")
        return str(getattr(self, role))

    @property
    def filled(self) -> list[str]:
        """Every quantity that plays a role."""
        return [name for name in map(self.of, NAMES) if name]


NAMES = tuple(field.name for field in fields(Roles))


def roles(plan: Plan) -> Roles:
    """The roles that a plan declares, and those that follow from its relations."""
    given = dict(plan.roles)
    follow = {name: third(plan, given[PRODUCTS[role]], given[role]) for role, name in FOLLOWS.items()}
    return Roles(**given, **follow)

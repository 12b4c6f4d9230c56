"""Roles: what a dossier declares, what follows from its relations, and what a delivery comes to by them."""

import pytest

from reported.analysis import delivery
from reported.analysis.parameters import contract
from reported.analysis.record import Record
from reported.analysis.roles import NAMES, Roles, roles
from reported.dossier.plan import GivenRoles, Relation
from reported.dossier.reader import read

from ..conftest import RELIEF


def record_of(folder, **asked) -> Record:
    whole = read(folder)
    return Record(whole, contract(asked, whole.plan))


def test_the_third_quantity_follows_from_the_relation(shipped):
    found = record_of(shipped).roles
    assert (found.rate, found.load, found.trip_load) == (
        "fire_rate",
        "shells_per_container",
        "containers_per_transfer",
    )


@pytest.mark.parametrize(
    ("says", "load"),
    [
        ("flour = lorries × flour_per_lorry", "flour_per_lorry"),
        ("flour = flour_per_lorry × lorries", "flour_per_lorry"),
        ("flour_per_lorry = flour ÷ lorries", "flour_per_lorry"),
        ("lorries = flour ÷ flour_per_lorry", "flour_per_lorry"),
        ("flour = lorries + flour_per_lorry", ""),
        ("lorries = flour × flour_per_lorry", ""),
    ],
)
def test_it_follows_however_the_relation_is_said(says, load):
    relation = Relation(id="load", says=says, reads="So.")
    given = GivenRoles(carried="flour", carries="lorries")
    plan = read(RELIEF).plan.model_copy(update={"relations": (relation,), "roles": given})
    assert roles(plan) == Roles(carried="flour", carries="lorries", load=load)


def test_a_dossier_without_roles_has_none():
    found = record_of(RELIEF).roles
    assert found == Roles() and found.filled == []


def test_a_role_that_there_is_not_is_an_error_of_the_notebook():
    with pytest.raises(KeyError, match="no role is called 'shells'; known: carried, lasts"):
        Roles().of("shells")
    assert {"carried", "rate", "trip_load", "pace"} <= {*NAMES}


def test_a_figure_that_does_not_stand_is_told():
    with pytest.raises(LookupError, match="no figure under examination has the role lasts"):
        delivery.figure(record_of(RELIEF), "lasts")


def test_each_load_stands_once_and_those_of_later_months_are_in_no_sum(shipped):
    loads = delivery.loads(record_of(shipped))
    ids = [row.claim_id for row in loads.every]
    assert len(ids) == len(set(ids)) == 15 and len(loads.used) == 3 < len(loads.every)
    assert loads.tried == [500, 300, 200] and loads.own == [200]
    assert not loads.observed and (loads.named.low, loads.named.high) == (250, 500)

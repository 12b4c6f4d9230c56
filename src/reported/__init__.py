"""Reported figures: what was said, by whom, with which hedge, and whether it fits together.

This is all that a notebook imports besides pandas and Python's own library; nothing else is promised to stay
where it is.

* ``open_edition`` opens a dossier under a notebook's parameters: its ``record`` and the ``words`` for it
* ``finding``, ``several``, ``table``, ``Refs``: a sentence with its evidence, as many as there are, plain
  cells with a caption, a cell that names claims
* ``FIRST``, ``RETOLD``: a figure under examination as first worded, or as retold; ``MARGINS`` for “about”;
  ``ours``: whether a claim is
* ``prose``, ``propositions``, ``ways``: numbers, dates and lists in words; what one may be sure of; what
  holds on all ways of reading
* ``behind``, ``contemporaries``, ``yardsticks``: how many stand behind an input, who else named a total in
  those weeks, and what else gives a number, each in words
* ``pledges``, ``promised``, ``pledge_figures``: how far a promise is, in sentences, and to look at
* ``delivery``: what a delivery comes to, by the roles of its quantities; ``lasting``, ``carrying``,
  ``exchanged``, ``implied``: the sentences for that, for what moved the other way, and for what the others
  imply
* ``charts``, ``curve``, ``diagrams``, ``timeline``, ``to_draw``, ``to_tabulate``: kinds of figures,
  ``charts.publish`` to let one out, and what stands on the record as rows; ``exchange_figures``: those of
  what moved the other way
* ``hedges``, ``origins``, ``retellings``, ``consistency``, ``totals``, ``contradictions``, ``estimates``,
  ``specifications``: the ideas of the method; ``dates``: partial ones
* ``find``, ``check``: a dossier's folder, and what is wrong in it; ``exercise``: a sheet for a class

Each name is loaded from its module when it is first asked for, so that importing this costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.2.0"

# Each name with its module: the module itself, or one it is found in. ``notebooks.cache`` follows the imports
# of notebooks by it.
DOORS = {
    "FIRST": "analysis.record",
    "MARGINS": "analysis.record",
    "RETOLD": "analysis.record",
    "Refs": "wording.findings",
    "behind": "wording.behind",
    "carrying": "wording.carrying",
    "charts": "figures.charts",
    "check": "build.checks",
    "consistency": "analysis.consistency",
    "contemporaries": "wording.contemporaries",
    "contradictions": "analysis.contradictions",
    "curve": "figures.curve",
    "dates": "dossier.dates",
    "delivery": "analysis.delivery",
    "diagrams": "figures.diagrams",
    "estimates": "analysis.estimates",
    "exchange_figures": "figures.exchange_figures",
    "exchanged": "wording.exchanged",
    "exercise": "classroom.lessons",
    "find": "dossier.places",
    "finding": "wording.findings",
    "hedges": "analysis.hedges",
    "implied": "wording.implied",
    "lasting": "wording.lasting",
    "open_edition": "edition",
    "origins": "analysis.origins",
    "ours": "dossier.claim",
    "pledge_figures": "figures.pledge_figures",
    "pledges": "analysis.pledges",
    "promised": "wording.promised",
    "propositions": "wording.propositions",
    "prose": "wording.prose",
    "publish": "figures.charts",
    "retellings": "analysis.retellings",
    "say": "wording.language",
    "several": "wording.findings",
    "specifications": "analysis.specifications",
    "table": "wording.findings",
    "table_of": "wording.findings",
    "timeline": "figures.timeline",
    "to_draw": "figures.to_draw",
    "to_tabulate": "figures.to_tabulate",
    "totals": "analysis.totals",
    "ways": "wording.ways",
    "yardsticks": "wording.yardsticks",
}

if TYPE_CHECKING:  # the same for editors and type checkers; a test compares the two
    # fmt: off
    # isort: off
    from reported.analysis import consistency as consistency, contradictions as contradictions
    from reported.analysis import delivery as delivery, estimates as estimates
    from reported.analysis import hedges as hedges, origins as origins, retellings as retellings
    from reported.analysis import pledges as pledges, specifications as specifications
    from reported.analysis import totals as totals
    from reported.analysis.record import FIRST as FIRST, MARGINS as MARGINS, RETOLD as RETOLD
    from reported.build.checks import check as check
    from reported.classroom.lessons import exercise as exercise
    from reported.dossier import dates as dates
    from reported.dossier.claim import ours as ours
    from reported.dossier.places import find as find
    from reported.edition import open_edition as open_edition
    from reported.figures import charts as charts, curve as curve, diagrams as diagrams
    from reported.figures import exchange_figures as exchange_figures, pledge_figures as pledge_figures
    from reported.figures import timeline as timeline, to_draw as to_draw, to_tabulate as to_tabulate
    from reported.figures.charts import publish as publish
    from reported.wording import behind as behind, carrying as carrying, contemporaries as contemporaries
    from reported.wording import exchanged as exchanged, implied as implied, lasting as lasting
    from reported.wording import promised as promised, propositions as propositions, prose as prose
    from reported.wording import ways as ways
    from reported.wording import yardsticks as yardsticks
    from reported.wording.findings import Refs as Refs, finding as finding
    from reported.wording.findings import several as several, table as table, table_of as table_of
    from reported.wording.language import say as say


def __getattr__(name: str) -> Any:
    if name not in DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{DOORS[name]}")
    return module if DOORS[name].endswith(f".{name}") else getattr(module, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *DOORS})

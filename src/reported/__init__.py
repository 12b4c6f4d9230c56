"""Reported figures: what was said, by whom, with which hedge, and whether it fits together.

This is all that a notebook imports besides pandas and Python's own library; nothing else is promised to stay
where it is.

* ``open_edition`` opens a dossier under a notebook's parameters: its ``record`` and the ``words`` for it
* ``say`` a message by its name; ``finding``, ``several``: a sentence with its evidence, as many as there are;
  ``table_of``, ``table``, ``Refs``: plain cells with a caption, a cell that names claims
* ``FIRST``, ``RETOLD``: a figure under examination as first worded, or as retold; ``MARGINS`` for “about”;
  ``ours``: whether a claim is
* what was said and who knew it: ``claimed``, ``answering``, ``reach``, ``retold``, ``first_known``,
  ``other_names``, ``behind``, ``contemporaries`` in sentences, ``said_charts``, ``said_tables`` to look at
* what a delivery comes to, by the roles of its quantities: ``delivery``; ``lasting``, ``carrying``,
  ``implied`` in sentences; ``exchanged``, ``exchange_figures``: what moved the other way
* whether the figures fit: ``Fit``; ``fitting``, ``resting``, ``others``, ``propositions``, ``ways`` in
  sentences, ``chain``, ``fit_tables``, ``curve`` to look at
* what was answered, and what came after: ``denied``, ``show_answers``; ``afterwards``, ``excluding``,
  ``later``, ``against``, ``show_later``; seen from each later day: ``day_by_day``, ``each_day``
* what else gives a number: ``yardsticks``; how far a promise is: ``pledges``, ``promised``,
  ``pledge_figures``
* ``route``: a map of the places that reports name
* ``charts``, ``diagrams``, ``timeline``, ``to_draw``, ``to_tabulate``: kinds of figures, ``charts.publish``
  to let one out, and what stands on the record as rows; ``prose``: numbers, dates and lists in words
* ``hedges``, ``origins``, ``retellings``, ``consistency``, ``totals``, ``contradictions``, ``estimates``,
  ``specifications``: the ideas of the method; ``dates``: partial ones
* ``find``, ``check``: a dossier's folder, and what is wrong in it; ``Form``: from a sentence to a row in it;
  ``exercise``: a sheet for a class

Each name is loaded from its module when it is first asked for, so that importing this costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.2.0"

# Each name with its module: the module itself, or one it is found in. ``notebooks.cache`` follows the imports
# of notebooks by it.
DOORS = {
    "FIRST": "analysis.record",
    "Fit": "analysis.fit",
    "Form": "build.form",
    "MARGINS": "analysis.record",
    "RETOLD": "analysis.record",
    "Refs": "wording.findings",
    "afterwards": "analysis.afterwards",
    "against": "wording.against",
    "answering": "wording.answering",
    "behind": "wording.behind",
    "carrying": "wording.carrying",
    "chain": "figures.chain",
    "charts": "figures.charts",
    "check": "build.checks",
    "claimed": "wording.claimed",
    "consistency": "analysis.consistency",
    "contemporaries": "wording.contemporaries",
    "contradictions": "analysis.contradictions",
    "curve": "figures.curve",
    "dates": "dossier.dates",
    "day_by_day": "analysis.day_by_day",
    "delivery": "analysis.delivery",
    "denied": "wording.denied",
    "diagrams": "figures.diagrams",
    "each_day": "wording.each_day",
    "estimates": "analysis.estimates",
    "exchange_figures": "figures.exchange_figures",
    "exchanged": "wording.exchanged",
    "excluding": "analysis.excluding",
    "exercise": "classroom.lessons",
    "find": "dossier.places",
    "finding": "wording.findings",
    "first_known": "wording.first_known",
    "fit_tables": "figures.fit_tables",
    "fitting": "wording.fitting",
    "hedges": "analysis.hedges",
    "implied": "wording.implied",
    "lasting": "wording.lasting",
    "later": "wording.later",
    "open_edition": "edition",
    "origins": "analysis.origins",
    "other_names": "wording.other_names",
    "others": "wording.others",
    "ours": "dossier.claim",
    "pledge_figures": "figures.pledge_figures",
    "pledges": "analysis.pledges",
    "promised": "wording.promised",
    "propositions": "wording.propositions",
    "prose": "wording.prose",
    "publish": "figures.charts",
    "reach": "wording.reach",
    "resting": "wording.resting",
    "retellings": "analysis.retellings",
    "retold": "wording.retold",
    "route": "figures.route",
    "said_charts": "figures.said_charts",
    "said_tables": "figures.said_tables",
    "say": "wording.language",
    "several": "wording.findings",
    "show_answers": "figures.show_answers",
    "show_later": "figures.show_later",
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
    from reported.analysis import afterwards as afterwards, consistency as consistency
    from reported.analysis import contradictions as contradictions, day_by_day as day_by_day
    from reported.analysis import delivery as delivery
    from reported.analysis import estimates as estimates, excluding as excluding, hedges as hedges
    from reported.analysis import origins as origins, pledges as pledges, retellings as retellings
    from reported.analysis import specifications as specifications, totals as totals
    from reported.analysis.fit import Fit as Fit
    from reported.analysis.record import FIRST as FIRST, MARGINS as MARGINS, RETOLD as RETOLD
    from reported.build.checks import check as check
    from reported.build.form import Form as Form
    from reported.classroom.lessons import exercise as exercise
    from reported.dossier import dates as dates
    from reported.dossier.claim import ours as ours
    from reported.dossier.places import find as find
    from reported.edition import open_edition as open_edition
    from reported.figures import chain as chain, charts as charts, curve as curve
    from reported.figures import diagrams as diagrams, exchange_figures as exchange_figures
    from reported.figures import fit_tables as fit_tables, pledge_figures as pledge_figures
    from reported.figures import route as route
    from reported.figures import said_charts as said_charts, said_tables as said_tables
    from reported.figures import show_answers as show_answers, show_later as show_later
    from reported.figures import timeline as timeline, to_draw as to_draw, to_tabulate as to_tabulate
    from reported.figures.charts import publish as publish
    from reported.wording import against as against, answering as answering, behind as behind
    from reported.wording import carrying as carrying, claimed as claimed
    from reported.wording import contemporaries as contemporaries, denied as denied
    from reported.wording import each_day as each_day, exchanged as exchanged
    from reported.wording import first_known as first_known, fitting as fitting, implied as implied
    from reported.wording import lasting as lasting, later as later, other_names as other_names
    from reported.wording import others as others, promised as promised, propositions as propositions
    from reported.wording import prose as prose, reach as reach, resting as resting, retold as retold
    from reported.wording import ways as ways
    from reported.wording import yardsticks as yardsticks
    from reported.wording.findings import Refs as Refs, finding as finding, several as several
    from reported.wording.findings import table as table, table_of as table_of
    from reported.wording.language import say as say


def __getattr__(name: str) -> Any:
    if name not in DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{DOORS[name]}")
    return module if DOORS[name].endswith(f".{name}") else getattr(module, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *DOORS})

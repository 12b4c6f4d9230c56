"""What others said of the same as the figures, in sentences: another total at the time, another count of what
has to hold, and the newest total since."""

from __future__ import annotations

from collections.abc import Sequence

from reported.analysis import others
from reported.analysis.others import Counted
from reported.analysis.specifications import Specifications
from reported.analysis.totals import Statement
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, word_for
from reported.wording.prose import listed


def month_before(words: Words) -> Finding:
    """Who named another total in the month before, and whether less or more."""
    said = others.month_before(words.record)
    than = _than(words, said)
    return finding(
        "others-then",
        _named(words, said, than) if said else say("others-then-none"),
        claims=[name for one in said for name in one.claims],
        role="judgement" if said else "",
        answer=than,
        others=len(said),
    )


def _than(words: Words, said: Sequence[Statement]) -> str:
    """Whether all of some totals are less than the figure, or more; empty for none."""
    figure, spans = others.total(words.record), [one.spoken for one in said]
    if figure is None or not said:
        return ""
    if all(span.high < figure.number for span in spans):
        return "less"
    return "more" if all(span.low > figure.number for span in spans) else "other numbers"


def _named(words: Words, said: Sequence[Statement], than: str) -> str:
    named = [
        say("others-then-named", who=words.institution(one.first), named=words.named(one)) for one in said
    ]
    earlier = others.until_earlier(words.record, said)
    return say("others-then", than=than, earlier=earlier, named=prose.shortened(named, 4))


def newest(words: Words) -> Finding:
    """The total that was published last."""
    said = others.since(words.record)
    last = others.counted_last(said)
    return finding(
        "since",
        _newest(words, last, others.higher(said, last)) if last else say("since-none", any=bool(said)),
        claims=last.claims if last else (),
        role="bottom-line" if last else "",
        later=len(said),
    )


def _newest(words: Words, last: Statement, higher: bool) -> str:
    who, day = words.institution(last.first), prose.in_words(last.first.published[:7])
    return say("since", named=words.named(last), who=who, day=day, higher=higher)


def other_counts(words: Words, specs: Specifications) -> Finding:
    """Whether another count shows what has to hold on every way of reading."""
    return shown(words, others.counts(words.record, specs.always))


def shown(words: Words, found: Sequence[Counted]) -> Finding:
    """Whether one of some counts shows what has to hold."""
    if not found:
        return finding("other-counts", say("other-counts-none"), counts=0)
    shows = [one for one in found if one.shows]
    first = (shows or found)[0]
    row, rest = first.statement.first, len(found) - 1
    needs = dict.fromkeys(words.amount(one.need, one.statement.first.quantity) for one in found)
    told: dict[str, str] = {
        "needs": listed(needs), "said": words.told(first.statement), "who": words.institution(row),
        "window": words.window(row), "takes": word_for("window", first.window or "same days"),
    }  # fmt: skip
    return finding(
        "other-counts",
        say("other-counts-shown", **told)
        if shows
        else say("other-counts", more=rest, others=prose.counted(rest, "other-count"), **told),
        claims=[name for one in found for name in one.statement.claims],
        role="judgement",
        linchpin=f"{row.note.rstrip('.')}." if row.note.rstrip(".") else "",
        answer="shown" if shows else "not shown",
        counts=len(found),
    )

"""The chain as a picture: what is drawn of each link, and that all of it can be read."""

import itertools
import math
from dataclasses import replace

import matplotlib.text
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from reported.analysis import consistency, specifications
from reported.analysis.columns import everywhere
from reported.analysis.parameters import Parameters
from reported.dossier import reader
from reported.dossier.claim import anchor
from reported.edition import Edition
from reported.figures import chain, charts, links
from reported.wording.language import speaking

from ..conftest import RELIEF, ROOT, change

SHIPPED = ROOT / "data"
FOLDERS = {
    "shipped": SHIPPED,
    "relief": RELIEF,
    "example": ROOT / "src/reported/dossier/example/data",
    "doses": ROOT / "examples/hundred-million-doses/data",
}


def edition(folder, **parameters):
    return Edition(reader.read(folder), Parameters(**parameters))


def drawn(ed):
    return links.links(ed.words, specifications.specified(ed.record))


@pytest.fixture(scope="module")
def shipped():
    ed = edition(SHIPPED)
    return ed, specifications.specified(ed.record)


def test_each_link_says_what_is_on_record_and_what_the_others_need(shipped):
    ed, specs = shipped
    told = {
        one.link.quantity: ([found.told for found in one.stated], one.kind, one.text)
        for one in links.links(ed.words, specs)
    }
    assert list(told) == [
        "transfers", "containers_per_transfer", "containers", "shells_per_container", "shells", "days",
        "fire_rate",
    ]  # fmt: skip
    assert told["containers"] == (
        ["said: more than 1,000 (the White House)"],
        "tight",
        "only with at least 2,000",
    )
    assert told["containers_per_transfer"] == (["ours: 165 to 300"], "free", "the rest sets no limit")
    assert told["shells"] == (
        ["said: more than one million (South Korea's National Intelligence Service)"],
        "wide",
        "the rest needs at least 330,000",
    )
    assert told["fire_rate"] == (
        [
            "the lower counts: 5,000 to 15,000 (CSIS to Ukraine analyst)",
            "the higher counts: 10,000 to more than 30,000 (Ukraine General Staff to Ukraine C-in-C)",
        ],
        "some",
        "on some readings (16 %): at least 10,900 to 14,900",
    )


def test_what_the_others_need_is_what_they_leave_on_every_way(shipped):
    _, specs = shipped
    for quantity, span in specs.left.items():
        spans = [one.held.left[quantity] for one in specs.fitting]
        assert span.low == min(one.low for one in spans) and span.high == max(one.high for one in spans)
    assert specs.left["containers"].low == specs.always["containers"].low == 2000


def test_the_title_says_what_the_ways_come_to(shipped):
    ed, specs = shipped
    assert chain.title(ed.words, specs) == "All can be true only with at least 2,000 containers."

    def all_with(word):
        return replace(specs[:40], came=consistency.Came(everywhere(word, 40), everywhere({}, 40), {}))

    assert chain.title(ed.words, all_with(consistency.FITS)) == "On every way, all can be true as they stand."
    assert chain.title(ed.words, all_with(consistency.NO_FIT)) == (
        "However read, the figures cannot all be true."
    )
    assert "at the edge" in chain.title(ed.words, all_with(consistency.EDGE))


def test_a_link_whose_record_meets_nothing_of_what_the_others_leave_is_marked(copy_of):
    folder = copy_of(RELIEF)
    change(folder, "claims", "lorries-port", value="5")
    change(folder, "claims", "load-assumed", value="1", value_high="2")
    change(folder, "claims", "load-guild", value="1", value_high="2")
    ed = edition(folder)
    assert {one.kind for one in drawn(ed)} == {"apart"}
    assert all(one.text.startswith("would need") for one in drawn(ed))


def test_nothing_on_record_is_said_and_the_calendar_tells():
    ed = edition(FOLDERS["doses"])
    found = {one.link.quantity: one for one in drawn(ed)}
    assert found["doses_missing"].stated == () and found["doses_missing"].ends == []
    early = edition(FOLDERS["doses"], as_of="2022-01-15")
    (months,) = (one for one in drawn(early) if one.link.quantity == "months_left")
    assert months.stated[0].text.startswith("by the calendar: ") and months.text == ""


def texts(picture, across):
    figure = picture.framed(across)
    renderer = FigureCanvasAgg(figure).get_renderer()
    found = [text for text in figure.findobj(matplotlib.text.Text) if text.get_text().strip()]
    return figure, [(text, matplotlib.text.Text.get_window_extent(text, renderer)) for text in found]


@pytest.mark.parametrize("across", [charts.WIDTH, charts.SLIM], ids=["wide", "slim"])
@pytest.mark.parametrize(("folder", "language"), [*((folder, "en") for folder in FOLDERS), ("shipped", "ko")])
def test_no_label_is_small_or_cut_or_touches_another(folder, across, language):
    ed = edition(FOLDERS[folder], language=language)
    with speaking(ed.language):
        picture = chain.publish(ed.words, specifications.specified(ed.record))
        figure, found = texts(picture, across)
    width, height = figure.canvas.get_width_height()
    inner = [(text, box) for text, box in found if text.get_gid() != charts.OUTSIDE]
    for text, box in inner:
        assert text.get_fontsize() >= charts.SMALL and not text.get_text().endswith("…"), text.get_text()
        inside = box.x0 >= -1 and box.x1 <= width + 1 and box.y0 >= -1 and box.y1 <= height + 1
        assert inside, text.get_text()
    for (one, a), (other, b) in itertools.combinations(inner, 2):
        over = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)
        assert over[0] <= 0 or over[1] <= 2.5, (one.get_text(), other.get_text())


def test_it_stands_in_the_first_screen(shipped):
    ed, specs = shipped
    picture = chain.publish(ed.words, specs)
    for across, pixels, most in ((charts.WIDTH, 700, 430), (charts.SLIM, 358, 540)):
        figure, around = picture.framed(across), sum(picture._crop(across)) / 72
        assert (figure.get_figheight() - around) * pixels / across <= most


def scales(ed):
    figure = chain.picture(drawn(ed)).at(charts.WIDTH)
    return [math.log10(right / left) for left, right in (axes.get_xlim() for axes in figure.axes)]


def test_a_factor_is_as_long_on_every_scale_and_where_it_is_not_that_is_said(copy_of):
    found = scales(edition(SHIPPED))
    assert len(found) == 7 and found == pytest.approx([found[0]] * 7)
    folder = copy_of(RELIEF)
    change(folder, "claims", "load-guild", value="1", value_high="9000")
    ed = edition(folder)
    assert len({round(one, 6) for one in scales(ed)}) > 1
    picture = chain.publish(ed.words, specifications.specified(ed.record))
    assert "Each scale has a measure of its own" in picture.subtitle
    assert (
        "all alike"
        in chain.publish(edition(RELIEF).words, specifications.specified(edition(RELIEF).record)).subtitle
    )


def test_the_data_beside_it_say_what_is_drawn(shipped):
    ed, specs = shipped
    table = chain.publish(ed.words, specs).table.splitlines()
    assert table[0] == "operator,quantity,what,wording,named,low,high,text,claims"
    assert any(row.startswith("'=,containers delivered,record,gt,1000,1000,,") for row in table)
    assert any(row.startswith("'=,containers delivered,needed,,,2000,,") for row in table)


def test_a_mark_leads_to_its_claim_and_what_is_ours_is_hollow(shipped):
    ed, specs = shipped
    figure = chain.picture(links.links(ed.words, specs)).at(charts.WIDTH)
    urls = {artist.get_url() for artist in figure.findobj() if artist.get_url()}
    assert {
        f"#{anchor(name)}" for name in ("us-containers-moscowtimes", "nis-shells-moscowtimes", "assumed-load")
    } <= urls
    bars = [
        patch
        for axes in figure.axes
        for patch in axes.patches
        if patch.get_url() == f"#{anchor('assumed-load')}"
    ]
    assert bars and all(matplotlib.colors.to_hex(bar.get_facecolor()) == charts.PAPER for bar in bars)

"""The map: frames that hold what they show, land cut to them, and only what was known by the day."""

import math
import shutil

import pytest

from reported import open_edition
from reported.analysis import routes
from reported.dossier import outlines
from reported.figures import projection, route
from reported.figures.charts import SLIM, WIDTH

from ..conftest import RELIEF

PORTS = [(130.29, 42.24), (132.35, 42.88), (133.06, 42.74), (40.13, 45.85)]


@pytest.mark.parametrize(
    "points",
    [PORTS, PORTS[:2], PORTS[:1], [(179.0, -16.0), (-178.0, -18.0)], [(-70.0, -30.0), (-58.0, 30.0)]],
    ids=["far", "near", "one", "across the far side", "across the equator"],
)
def test_a_frame_holds_what_it_shows_and_comes_back_to_degrees(points):
    frame = projection.frame_of(points, 1.6)
    assert math.isclose(frame.aspect, 1.6)
    for lon, lat in points:
        x, y = frame.seat(lon, lat, 160)
        assert 0 < x < 160 and 0 < y < 100
        back = frame.cone.round(frame.cone.flat((lon, lat)))
        assert math.isclose(frame.cone.beside(back[0]), frame.cone.beside(lon), abs_tol=1e-6)
        assert math.isclose(back[1], lat, abs_tol=1e-6)


def test_a_degree_is_as_long_as_it_is():
    frame = projection.frame_of(PORTS[:2], 1.6)
    (x0, y0), (x1, y1) = (frame.seat(*point, 1000) for point in PORTS[:2])
    km = math.hypot(x1 - x0, y1 - y0) * frame.km / 1000
    places = [route.routes.Place(id="a", name="a", lat=lat, lon=lon, rests_on=()) for lon, lat in PORTS[:2]]
    assert km == pytest.approx(routes.apart(*places), rel=0.01)


def test_those_that_lie_close_together_are_told_from_the_others():
    assert projection.close(PORTS) == [0, 1, 2]
    assert projection.close(PORTS[:3]) == [] or len(projection.close(PORTS[:3])) == 2
    assert projection.close(PORTS[:2]) == []


def test_land_is_cut_to_the_frame_and_a_hole_stays_one():
    frame = projection.frame_of([(0.0, 40.0), (10.0, 50.0)], 1.0)
    land = [(-60.0, -20.0), (80.0, -20.0), (80.0, 80.0), (-60.0, 80.0)]
    lake = [(4.0, 44.0), (4.0, 46.0), (6.0, 46.0), (6.0, 44.0)]
    cut = [frame.clipped(ring, 100) for ring in (land, lake)]
    assert all(-2.1 <= x <= 102.1 and -2.1 <= y <= 102.1 for x, y in cut[0])
    assert projection.inside(frame.seat(1, 45, 100), cut) and not projection.inside(
        frame.seat(5, 45, 100), cut
    )
    assert frame.clipped([(100.0, 0.0), (110.0, 0.0), (110.0, 10.0)], 100) == []


def test_land_across_the_far_side_is_in_one_piece():
    frame = projection.frame_of([(178.0, 0.0), (-178.0, 2.0)], 1.0)
    island = [(179.0, 0.0), (-179.0, 0.0), (-179.0, 2.0), (179.0, 2.0)]
    assert projection.inside(frame.seat(180.0, 1.0, 100), [frame.clipped(island, 100)])


def test_an_earlier_day_has_the_places_that_were_named_by_then():
    latest = routes.known(open_edition({"data": ""}).record)
    earlier = routes.known(open_edition({"data": "", "as_of": "2023-11-02"}).record)
    first = routes.known(open_edition({"data": "", "as_of": "2023-08-01"}).record)
    names = [{stop.place.id for stop in found.stops} for found in (first, earlier, latest)]
    assert names[0] == set() and names[2] - names[1] == {"vostochny"}
    assert {(leg.start.id, leg.end.id) for leg in latest.stretches} - {
        (leg.start.id, leg.end.id) for leg in earlier.stretches
    } == {("rason", "vostochny")}


def edition_of(tmp_path, places="", land=""):
    """The small dossier of the tests with places in it."""
    folder = shutil.copytree(RELIEF, tmp_path / "dossier")
    plan = folder / "dossier.toml"
    plan.write_text(plan.read_text("utf-8").replace("[items]", places + "\n[items]"), "utf-8")
    if land:
        (folder / outlines.FILE).write_text(land, "utf-8")
    return open_edition({"data": str(folder)})


PLACE = '[[places]]\nid = "{0}"\nname = "{0}"\nlat = {1}\nlon = {2}\nrests_on = ["{3}"]\n'
LEG = '[[legs]]\nstart = "{0}"\nend = "{1}"\nby = "{2}"\nrests_on = ["{3}"]\n'


def test_a_dossier_without_places_has_no_map(tmp_path):
    assert route.publish_route(edition_of(tmp_path).words) is None


def test_one_place_alone_is_drawn_without_a_leg(tmp_path):
    words = edition_of(tmp_path, PLACE.format("Harbour".lower(), 4.5, 179.9, "storm")).words
    picture = route.publish_route(words)
    assert picture.title == "Reports name harbour." and "Neither coasts" in picture.subtitle
    assert picture.svg and picture.slim


def test_what_was_only_said_is_drawn_dashed_and_told_so(tmp_path):
    places = PLACE.format("harbour", 4.5, 179.5, "storm") + PLACE.format("depot", 4.6, -179.6, "flour-mayor")
    words = edition_of(tmp_path, places + LEG.format("harbour", "depot", "road", "flour-mayor")).words
    picture = route.publish_route(words)
    assert picture.title == "The way as reported: by road from harbour to depot; it was not seen."
    assert "some 100 km as the crow flies, said, not seen" in picture.alt
    line = next(line for line in picture.framed(WIDTH).axes[0].lines if line.get_linestyle() == "--")
    assert line.get_url() == "#row-flour-mayor"
    assert picture.framed(SLIM).axes[0].lines


def test_the_finest_land_that_holds_a_frame_is_drawn():
    box = {"coarse": (0.0, 0.0, 90.0, 80.0), "fine": (10.0, 10.0, 20.0, 20.0)}
    every = sorted((outlines.Land(each, ()) for each in box.values()), key=lambda land: land.size)
    assert outlines.within(every, (12.0, 12.0, 18.0, 18.0)).box == box["fine"]
    assert outlines.within(every, (5.0, 12.0, 18.0, 18.0)).box == box["coarse"]
    assert outlines.within(every, (-50.0, 12.0, 18.0, 18.0)).box == box["coarse"]
    assert outlines.within([], (0.0, 0.0, 1.0, 1.0)) is None


def test_the_same_map_again_is_the_same_to_the_byte():
    first, again = (route.publish_route(open_edition({"data": ""}).words) for _ in range(2))
    assert first.svg == again.svg and first.slim == again.slim and first.table == again.table

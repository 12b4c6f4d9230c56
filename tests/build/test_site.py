"""The site: whatever was published is on it, every link leads somewhere, no text is taken for markup."""

import json
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree, html
from PIL import Image

from reported.build.site import links, making
from reported.build.site.feeds import ATOM
from reported.build.site.making import MARK
from reported.build.site.pages import PARTS, slugs
from reported.cli import main
from reported.errors import Refused
from reported.files import below
from reported.wording.language import ENGLISH, language, languages

from ..conftest import RELIEF, ROOT, add_claim, add_source, change
from .published_sites import project, publish

HOME = "https://example.org/y/"
SITE = ROOT / "src" / "reported" / "build" / "site"
HOSTILE = """<script>alert(1)</script> "&' {{ 7 * 7 }} </title><img src=x onerror=alert(1)>"""


def made(root, home="", out=None):
    return making.build(root, out or root / "site", home, lambda told: None).folder


@pytest.fixture
def relief(tmp_path):
    return project(tmp_path / "mine")


def page(site, path):
    return html.fromstring((site / path).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def said(site, path):
    return " ".join(page(site, path).text_content().split())


# What is on it


def test_each_claim_has_an_address_with_all_that_is_known_of_it(relief):
    site = made(relief, HOME)
    told = said(site, "claims/flour-mayor/index.html")
    for words in (
        "At least 900 tonnes of flour", "at least 900 tonnes", "Hedge at least …", "Number 900",
        "Unit tonnes of", "The mayor", "Town hall", "1 April 2031 to 1 May 2031", "asserted",
        "Says it without showing papers.", "About 900 tonnes of flour (Town hall, ", "retold",
        "They can all be true.", f"{HOME}claims/flour-mayor/",
    ):  # fmt: skip
        assert words in told, words
    leads = page(site, "claims/flour-mayor/index.html").xpath("//main//a/@href")
    briefing = "../../editions/latest/briefing.html#finding-06-do-the-figures-fit-short"
    assert {briefing, "../flour-paper/index.html", "../../people/index.html#the-mayor"} <= set(leads)


def test_a_ratio_rests_on_both_of_its_claims(relief):
    site = made(relief)
    for name in ("flour-paper", "lorries-port"):
        assert "They can all be true." in said(site, f"claims/{name}/index.html")
    assert "No sentence of a built edition" in said(site, "claims/load-guild/index.html")


def test_every_claim_stands_in_each_index_that_it_belongs_to(relief):
    site = made(relief)
    every = {path.parent.name for path in site.glob("claims/*/index.html")}
    for part in ("claims", "institutions", "documents", "origins"):
        leads = page(site, f"{part}/index.html").xpath("//section//li/a/@href")
        assert {link.split("/")[-2] for link in leads} == every
    assert page(site, "people/index.html").xpath("//h2/text()") == sorted(
        page(site, "people/index.html").xpath("//h2/text()"), key=str.casefold
    )


def test_a_claim_that_left_the_dossier_keeps_its_address(relief):
    add_source(relief / "data", "extra", "2031-05-20")
    add_claim(
        relief / "data", "extra-one", "extra", quantity="lorries", hedge="exact", value="40", unit="lorry"
    )
    publish(relief)
    shutil.rmtree(relief / "data")
    shutil.copytree(RELIEF, relief / "data")
    told = said(made(relief), "claims/extra-one/index.html")
    assert "no longer in the dossier" in told and "40 lorries" in told


def test_what_was_denied_and_what_took_its_place_stand_at_the_claim(relief):
    add_source(relief / "data", "later", "2031-06-20")
    now = {"quantity": "flour_per_lorry", "hedge": "exact", "value": "9", "unit": "tonne/lorry"}
    add_claim(relief / "data", "load-later", "later", **now)
    change(relief / "data", "claims", "load-guild", status="superseded", superseded_by="load-later")
    site = made(relief)
    answers = "Answers to it The supply officer, 3 May 2031: Says that nobody has shown papers"
    assert answers in said(site, "claims/flour-mayor/index.html")
    told = said(site, "claims/load-guild/index.html")
    assert "Status Superseded Replaced by Nine tonnes a lorry" in told


def test_a_page_of_a_claim_does_not_grow_with_the_claims_of_its_origin(relief):
    site = made(relief)
    before = len((site / "claims/load-guild/index.html").read_bytes())
    for n in range(30):
        add_claim(
            relief / "data", f"more-{n}", "guild", origin_id="GUILD-06-01", quantity="flour_per_lorry",
            hedge="exact", value="16", unit="tonne/lorry", cumulative="no",
        )  # fmt: skip
    after = len((made(relief) / "claims/load-guild/index.html").read_bytes())
    assert after < before + 1000
    assert "31 claims, with this one" in said(site, "claims/load-guild/index.html")


def test_editions_examples_and_packs_are_taken_along(relief):
    publish(relief, "2031-05-10", "2031-05-10", sentence="Not known yet.")
    project(relief / "examples" / "other")
    (relief / "build" / "class").mkdir(parents=True)
    for name in ("student", "teacher"):
        (relief / "build" / "class" / f"{name}.zip").write_bytes(b"zip")
    unbuilt = project(relief / "examples" / "unbuilt")
    shutil.rmtree(unbuilt / "report" / "latest")
    site = made(relief)
    told = said(site, "index.html")
    assert "They can all be true." in told and "Pack for students" in told
    assert "No edition of it is built here." in told
    assert "Not known yet." in said(site, "editions/index.html")
    assert "To the site that this example belongs to" in said(site, "examples/other/index.html")
    for path in ("editions/latest", "editions/2031-05-10"):
        source = below(relief / "report" / Path(path).name)
        assert below(site / path).items() >= source.items()
    assert (site / "class" / "student.zip").read_bytes() == b"zip"
    assert not (site / "class" / "teacher.zip").exists(), "it holds the answers"


def test_a_project_with_almost_nothing_has_a_site_too(tmp_path):
    root = project(tmp_path / "bare")
    data = root / "data"
    for table in ("claims", "denials", "events"):
        text = (data / f"{table}.csv").read_text("utf-8").splitlines()
        (data / f"{table}.csv").write_text(f"{text[0]}\n", "utf-8")
    plan = (data / "dossier.toml").read_text("utf-8")
    (data / "dossier.toml").write_text(re.sub(r"\[\[headline\]\]\n(?:.+\n)+", "", plan), "utf-8")
    publish(root, sentence="Nothing is known.", claims=[])
    site = made(root)
    assert "Nothing is known." in said(site, "index.html")
    assert "Nothing is on record yet." in said(site, "claims/index.html")
    assert "No edition was compared" in said(site, "changes/index.html")


# Links


def test_links_of_the_site_hold_on_a_disk_and_below_any_address(relief):
    publish(relief, "2031-05-10", "2031-05-10")
    site = made(relief)
    assert links.broken(site) == []
    for path in site.rglob("*.html"):
        for link in page(site, path.relative_to(site)).xpath("//@href | //@src"):
            assert not link.startswith(("/", "file:")), (path, link)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ('<a href="nowhere.html">x</a>', "there is no such file"),
        ('<a href="#nowhere">x</a>', "there is no such place"),
        ('<a href="../../claims/index.html#nowhere">x</a>', "there is no such place"),
        ('<img src="figures/none.png" alt="">', "there is no such file"),
        ('<img srcset="a.png 1x, b.png 2x" alt="">', "there is no such file"),
        ('<a href="../../../outside.html">x</a>', "leads out of the site"),
        ('<a href="/claims/">x</a>', "leads out of the site"),
    ],
)
def test_a_site_with_a_link_to_nowhere_is_refused(relief, more, why):
    site = made(relief)
    before = below(site)
    publish(relief, more=more)
    with pytest.raises(Refused) as refused:
        made(relief)
    assert any(
        "editions/latest/briefing.html" in str(each) and why in str(each) for each in refused.value.problems
    )
    assert below(site) == before


def test_links_that_are_fine_are_not_complained_of(relief):
    publish(
        relief,
        more='<a href="https://example.org/x#y">x</a><a href="data:,">x</a>'
        '<a href="mailto:a@example.org">x</a>'
        '<a href="../../claims/#flour">x</a><a href="#finding-06-do-the-figures-fit-short">x</a>',
    )
    made(relief)


# Feeds


def entries(site):
    return etree.parse(site / "changes" / "feed.xml").getroot()


def test_feeds_are_valid_and_their_ids_stay(relief):
    publish(relief, "2031-05-10", "2031-05-10", sentence="Perhaps & <perhaps>.")
    there, nowhere = made(relief, HOME), made(relief, out=relief / "elsewhere")
    for site in (there, nowhere):
        feed = entries(site)
        assert feed.tag == f"{{{ATOM}}}feed" and feed.find(f"{{{ATOM}}}author/{{{ATOM}}}name").text
        for each in (feed, *feed.findall(f"{{{ATOM}}}entry")):
            for tag in ("title", "id", "updated"):
                assert each.find(f"{{{ATOM}}}{tag}").text
            datetime.fromisoformat(each.find(f"{{{ATOM}}}updated").text)
            assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each.find(f"{{{ATOM}}}id").text)
        content = feed.find(f"{{{ATOM}}}entry/{{{ATOM}}}content")
        assert content.get("type") == "html" and "&lt;perhaps&gt;" in content.text
        told = json.loads((site / "changes" / "feed.json").read_text("utf-8"))
        assert told["version"] == "https://jsonfeed.org/version/1.1" and told["title"]
        for item in told["items"]:
            assert item["id"] and item["content_html"]
            datetime.fromisoformat(item["date_published"])
        assert [item["id"] for item in told["items"]] == feed.xpath(
            "//a:entry/a:id/text()", namespaces={"a": ATOM}
        )
        ids = [item["id"] for item in told["items"]]
        assert len(ids) == len(set(ids)) == 1
    ids = (entries(site).xpath("//a:id/text()", namespaces={"a": ATOM}) for site in (there, nowhere))
    assert next(ids) == next(ids)
    assert not entries(nowhere).xpath("//a:link", namespaces={"a": ATOM})
    for link in entries(there).xpath("//a:link/@href", namespaces={"a": ATOM}):
        assert link.startswith(HOME)
        assert (there / link.removeprefix(HOME) / "index.html").exists() or (
            there / link.removeprefix(HOME)
        ).exists()


def git(root, *words):
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", root, *who, *words], check=True, capture_output=True)


def test_the_change_log_tells_what_each_commit_changed(relief):
    git(relief, "init", "--quiet")
    for sentence in ("They cannot all be true.", "They cannot all be true.", "They can all be true."):
        publish(relief, sentence=sentence)
        git(relief, "add", "report", "--force")
        git(relief, "commit", "--quiet", "--allow-empty", "--message", "x")
    (relief / "report/latest/findings.json").write_text(
        "{", "utf-8"
    )  # one that cannot be read is passed over
    git(relief, "commit", "--quiet", "--all", "--message", "x")
    publish(relief, sentence="They can all be true.")
    site = made(relief)
    told = page(site, "changes/index.html")
    assert len(told.xpath("//section[@class='change']")) == 1
    assert told.xpath("//del/text()") == ["cannot"] and told.xpath("//ins/text()") == ["can"]
    (whole,) = site.glob("changes/latest-*/redline.html")
    assert "They cannot all be true." not in whole.read_text("utf-8") and "<del>" in whole.read_text("utf-8")
    assert "made again" in said(site, "index.html")


# Where it is published


def test_addresses_are_told_only_where_the_home_is_known(relief):
    embed(relief)
    nowhere, there = made(relief), made(relief, HOME.rstrip("/"), relief / "there")
    assert not (nowhere / "sitemap.xml").exists() and not (nowhere / "card.png").exists()
    for path in nowhere.rglob("*.html"):
        assert (
            not re.search("og:|canonical|example.org/y", path.read_text("utf-8")) or "editions" in path.parts
        )
    head = page(there, "claims/flour-mayor/index.html")
    assert head.xpath("//link[@rel='canonical']/@href") == [f"{HOME}claims/flour-mayor/"]
    assert head.xpath("//meta[@property='og:image']/@content") == [f"{HOME}card.png"]
    with Image.open(there / "card.png") as card:
        assert card.size == (1200, 630)
    told = etree.parse(there / "sitemap.xml").xpath("//*[local-name()='loc']/text()")
    pages = {urljoin(HOME, link) for link in told}
    assert pages == {HOME + str(path.relative_to(there)).removesuffix("index.html")
                     for path in there.rglob("*.html") if path.name == "index.html"}  # fmt: skip


def embed(root):
    """Give the edition a figure on page one."""
    place = '<div id="fig-page-one-chain">x</div>'
    publish(root, more=place)
    folder = root / "report" / "latest"
    (folder / "embed").mkdir()
    (folder / "figures").mkdir()
    drawn = (
        '<svg class="alone" viewBox="0 0 9 9" role="img" aria-label="Bars"><path class="l0" d="M0 0"/></svg>'
    )
    page = f"<style>\n.l0 {{ fill: red }}\n</style><figure><h1>All fit</h1><p>Blue</p>{drawn}</figure>"
    (folder / "embed" / "chain.html").write_text(
        f"<main>{page}</main><footer><p>Sources</p></footer>", "utf-8"
    )
    Image.new("RGBA", (900, 900), "#123456").save(folder / "figures" / "chain.png")


def test_the_picture_of_page_one_stands_on_the_front_page(relief):
    embed(relief)
    front = page(made(relief), "index.html")
    assert front.xpath("//figure//*[local-name()='svg']/@aria-label") == ["Bars"]
    assert ".l0 { fill: red }" in "".join(front.xpath("//style/text()"))
    assert "All fit" in front.xpath("//h2/text()")


def test_a_page_that_is_not_there_leads_back_from_anywhere(relief):
    missing = page(made(relief, HOME), "404.html")
    assert all(link.startswith((HOME, "#", "data:")) for link in missing.xpath("//@href"))


def test_home_may_stand_in_the_mark_of_the_project(relief):
    (relief / "reported.toml").write_text(f'home = "{HOME}"\n', "utf-8")
    assert (made(relief) / "sitemap.xml").exists()


@pytest.mark.parametrize(
    "home", ["example.org", "ftp://example.org", "https://", "https://a b/", "https://x.org/?a"]
)
def test_what_is_no_address_is_refused(relief, home, capsys):
    assert main(["--project", str(relief), "site", "--home", home]) == 1
    assert "is not the address of a site" in capsys.readouterr().err
    (relief / "reported.toml").write_text(f"home = {json.dumps(home)}\n", "utf-8")
    assert main(["--project", str(relief), "site"]) == 1
    assert "is not the address of a site" in capsys.readouterr().err


def test_nothing_but_a_site_is_replaced(relief, capsys):
    words = ["--project", str(relief), "site", "--out", str(relief)]
    assert main(words) == 1
    assert "holds something else" in capsys.readouterr().err and (relief / "data").is_dir()
    (relief / "empty").mkdir()
    assert main([*words[:-1], str(relief / "empty")]) == 0
    (relief / "empty" / "left.txt").write_text("x")
    assert main([*words[:-1], str(relief / "empty")]) == 0
    assert (relief / "empty" / MARK).exists() and not (relief / "empty" / "left.txt").exists()


def test_a_project_without_an_edition_is_told_so(relief, capsys):
    shutil.rmtree(relief / "report" / "latest")
    assert main(["--project", str(relief), "site"]) == 1
    assert "holds no edition that is built. Build one: reported report" in capsys.readouterr().err


def test_an_edition_older_than_the_dossier_is_pointed_out(relief):
    inputs = {"data/claims.csv": "0" * 64}
    (relief / "report/latest/manifest.json").write_text(
        json.dumps({"inputs": inputs, "versions": {}}), "utf-8"
    )
    heard = []
    making.build(relief, relief / "site", "", heard.append)
    assert any("latest was built from an older claims.csv" in line for line in heard)


# The same again, and whatever a dossier says


def test_the_same_inputs_give_the_same_bytes(relief, tmp_path):
    publish(relief, "2031-05-10", "2031-05-10", sentence="Not known yet.")
    embed(relief)
    again = Path(shutil.copytree(relief, tmp_path / "again"))
    assert below(made(relief, HOME)) == below(made(again, HOME))


def test_nothing_that_a_dossier_says_is_markup(relief):
    data = relief / "data"
    change(
        data, "claims", "flour-mayor", stated=HOSTILE, speaker=HOSTILE, institution="a/b?c#d", item=HOSTILE
    )
    change(data, "claims", "flour-paper", speaker="—", role=HOSTILE, note=HOSTILE)
    change(data, "sources", "paper", title=HOSTILE, publisher=HOSTILE, url="https://example.org/?a='&b=)")
    plan = (data / "dossier.toml").read_text("utf-8")
    hostile = json.dumps(HOSTILE)
    plan = re.sub(r"^(title|question|caveat|description) = .*$", rf"\1 = {hostile}", plan, flags=re.MULTILINE)
    (data / "dossier.toml").write_text(plan, "utf-8")
    publish(relief, sentence=HOSTILE)
    site = made(relief, HOME)
    for path in site.rglob("*.html"):
        if "latest" in path.parts and path.name == "briefing.html":
            continue
        tree = page(site, path.relative_to(site))
        assert not tree.xpath("//img | //*[@onerror] | //body//title"), path
        assert len(tree.xpath("//script")) <= 1 and "alert" not in "".join(tree.xpath("//script/text()"))
        assert "49" not in "".join(tree.xpath("//title/text()"))
    assert HOSTILE in said(site, "claims/flour-mayor/index.html")
    etree.parse(site / "changes" / "feed.xml")


def test_names_that_look_alike_have_places_of_their_own():
    made = slugs(["A b", "a-b", "—", "…", "김철수", "a b 2"])
    assert len(set(made.values())) == 6 and made["김철수"] == "김철수"


def test_scripts_are_allowed_by_their_hash_alone(relief):
    site = made(relief)
    for path in ("index.html", "claims/index.html", "claims/flour-mayor/index.html"):
        (policy,) = page(site, path).xpath("//meta[@http-equiv]/@content")
        scripts = page(site, path).xpath("//script")
        assert "default-src 'none'" in policy and "form-action 'none'" in policy
        assert ("script-src 'sha256-" in policy) == bool(scripts) and ("script-src 'none'" in policy) != bool(
            scripts
        )


# Its words


def test_every_word_of_the_site_is_a_message_and_each_is_said():
    code = " ".join(path.read_text("utf-8") for path in SITE.rglob("*") if path.suffix in (".py", ".html"))
    asked = set(re.findall(r"""["'](site-[a-z-]+)(?=["'{])""", code))
    begun = tuple(name for name in asked if name.endswith("-") and name != "site-")
    parts = {f"site-{part.split('/')[0]}" for part in PARTS}
    names = {name for name in language(ENGLISH).files if name.startswith("site-")}
    assert {name for name in asked if not name.endswith("-")} | parts <= names
    assert not [name for name in names - asked - parts if not name.startswith(begun)]
    for each in languages():
        assert names <= set(language(each).files)


@pytest.mark.long
def test_the_site_of_this_project_is_whole_in_both_languages(tmp_path):
    site = made(ROOT, HOME, tmp_path / "site")
    for prefix, code in (("", "en"), ("ko/", "ko")):
        front = page(site, f"{prefix}index.html")
        assert front.get("lang") == code and front.xpath("//figure//*[local-name()='svg']")
        claims = {path.parent.name for path in (site / prefix).glob("claims/*/index.html")}
        assert len(claims) > 300
    assert front.xpath("//nav//a[@hreflang]/@href") == ["../index.html"]

"""Marks: the inks of the charts, and the names of their parts by which a page or a slide knows them."""

SAID, IMPLIED, ASSUMED, INK, QUIET, PAPER = (
    "#1f4e79", "#b3701a", "#7a7f87", "#20242a", "#5b626b", "#ffffff",
)  # fmt: skip
OBSERVED, CONFLICT = "#1f6b5a", "#a3312b"
OUTSIDE = "outside"  # the id of what a page that sets title and source itself leaves out of the drawing
NEEDED = "needed"  # how the ids begin of what the other figures need, which a slide may show after the rest

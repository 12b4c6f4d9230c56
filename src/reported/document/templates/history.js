// The days side by side become one day and an axis of days, to scale: which day is shown is the reader's to choose.
(() => {
  const panel = document.getElementById("moments");
  if (!panel) return;
  const words = JSON.parse(document.getElementById("words-data").textContent).moments;
  const moments = [...panel.querySelectorAll(".moment")];
  const days = moments.map((moment) => Date.parse(moment.dataset.day) / 864e5);
  const name = (moment) => moment.querySelector("h3").textContent;
  const first = days[0];
  const last = days.at(-1);

  const label = document.createElement("label");
  const slider = document.createElement("input");
  const chosen = document.createElement("output");
  const axis = document.createElement("span");
  label.className = "moment-slider";
  axis.className = "axis";
  axis.setAttribute("aria-hidden", "true");
  const [before, behind] = words.day.split("{day}");
  label.append(before, chosen, behind, slider, axis);
  Object.assign(slider, { type: "range", min: first, max: last, step: 1 });

  // Months as ticks, years with their number, and a mark for each day in the list; a strong one where the answer changed.
  const mark = (day, kind, text = "") => {
    const made = document.createElement("i");
    made.className = kind;
    made.style.setProperty("--at", (day - first) / (last - first || 1));
    made.textContent = text;
    axis.append(made);
  };
  const start = new Date(first * 864e5);
  for (let at = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1)); at / 864e5 <= last; at.setUTCMonth(at.getUTCMonth() + 1)) {
    const year = at.getUTCMonth() === 0;
    mark(at / 864e5, year ? "year" : "month", year ? String(at.getUTCFullYear()) : "");
  }
  moments.forEach((moment, at) => mark(days[at], moment.querySelector(".changed") ? "day moved" : "day"));

  let shown = 0;
  const show = (place) => {
    shown = Math.max(0, Math.min(moments.length - 1, place));
    moments.forEach((moment, at) => { moment.hidden = at !== shown; });
    slider.value = days[shown];
    slider.setAttribute("aria-valuetext", name(moments[shown]));
    chosen.textContent = name(moments[shown]);
  };
  // Between two days of the list nothing changed: what was true on the earlier one held.
  const nearest = (day) => days.reduce((best, each, at) => (Math.abs(each - day) < Math.abs(days[best] - day) ? at : best), 0);
  const choose = (place) => {
    show(place);
    history.replaceState(null, "", `#${moments[shown].id}`);
  };
  const follow = () => {
    const place = moments.findIndex((moment) => `#${moment.id}` === location.hash);
    if (place < 0) return;
    panel.open = true;
    show(place);
    panel.scrollIntoView();
  };

  moments[0].before(label);
  slider.addEventListener("input", () => choose(nearest(slider.valueAsNumber)));
  // A key goes from day to day of the list, however far apart they are.
  slider.addEventListener("keydown", (event) => {
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 5, PageDown: -5, Home: -1e6, End: 1e6 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    choose(shown + steps[event.key]);
  });
  addEventListener("hashchange", follow);
  show(moments.length - 1);
  follow();
})();

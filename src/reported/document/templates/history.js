// The days side by side become one day and a slider: which day is shown is the reader's to choose.
(() => {
  const panel = document.getElementById("moments");
  if (!panel) return;
  const words = JSON.parse(document.getElementById("words-data").textContent).moments;
  const moments = [...panel.querySelectorAll(".moment")];
  const name = (moment) => moment.querySelector("h3").textContent;

  const label = document.createElement("label");
  const slider = document.createElement("input");
  const chosen = document.createElement("output");
  label.className = "moment-slider";
  const [before, behind] = words.day.split("{day}");
  label.append(before, chosen, behind, slider);
  Object.assign(slider, { type: "range", min: 0, max: moments.length - 1, step: 1 });

  const show = (place) => {
    moments.forEach((moment, at) => { moment.hidden = at !== place; });
    slider.value = place;
    slider.setAttribute("aria-valuetext", name(moments[place]));
    chosen.textContent = name(moments[place]);
  };
  const follow = () => {
    const place = moments.findIndex((moment) => `#${moment.id}` === location.hash);
    if (place < 0) return;
    panel.open = true;
    show(place);
  };

  moments[0].before(label);
  slider.addEventListener("input", () => show(slider.valueAsNumber));
  addEventListener("hashchange", follow);
  show(moments.length - 1);
  follow();
})();

// The search: findings, claims, people, documents and places of this page, found in an index made from it when it is first asked.
(() => {
  const read = (name) => JSON.parse(document.getElementById(`${name}-data`)?.textContent ?? "null");
  const words = read("words").search;
  const MOST = 12; // hits of a kind that are shown
  const all = (what) => [...document.querySelectorAll(what)];
  const said = (place) => place.textContent.replace(/\s+/g, " ").trim();
  // The same letters with and without their marks, large and small.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const dialog = document.createElement("dialog");
  const form = document.createElement("form");
  const label = Object.assign(document.createElement("label"), { textContent: words.title, htmlFor: "search-words" });
  const field = Object.assign(document.createElement("input"), { type: "search", id: "search-words", placeholder: words.field, autocomplete: "off" });
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: words.close });
  const told = document.createElement("p");
  const found = document.createElement("div");
  dialog.className = "search";
  dialog.setAttribute("aria-label", words.title);
  told.setAttribute("role", "status");
  found.className = "found";
  form.append(label, field, close);
  dialog.append(form, told, found);
  document.body.append(dialog);

  let index;
  const made = () => {
    const row = (each) => [...each.cells].slice(0, 2).map(said).join(" · ");
    const entry = (kind) => (place, text = said(place)) => ({ kind, place, text, folded: fold(said(place)) });
    const claim = (card) => entry("claims")(card, [...card.querySelectorAll("p")].slice(0, 2).map(said).join(" "));
    const people = Object.entries(read("who") ?? {}).map(([text, claims]) => ({ kind: "who", claims, text, folded: fold(text) }));
    return [
      ...all(".told[id], .finding[id] > p:first-child").map((each) => entry("findings")(each)),
      ...all(".claims .claim[id]").map(claim),
      ...all("#tbl-beside tbody tr").map((each) => entry("claims")(each, row(each))),
      ...people,
      ...all("#tbl-sources tbody tr").map((each) => entry("documents")(each, row(each))),
      ...all(".text > section > h2, .figure .head strong, .table > .caption").map((each) => entry("places")(each)),
    ];
  };

  const link = (text, name) => Object.assign(document.createElement("a"), { textContent: text, href: `#${name}` });
  const item = (hit) => {
    const made = document.createElement("li");
    if (hit.claims) {
      made.append(`${hit.text} `, ...hit.claims.flatMap((claim) => [link(claim, `claim-${claim}`), " "]));
      return made;
    }
    const way = link(hit.text, (hit.place.closest("[id]") ?? hit.place).id);
    way.addEventListener("click", (event) => {
      if (hit.place.matches(".claim")) return; // whose card opens here
      event.preventDefault();
      dialog.close();
      hit.place.dispatchEvent(new Event("reveal", { bubbles: true }));
    });
    made.append(way);
    return made;
  };
  const look = () => {
    index ??= made();
    const asked = fold(field.value).split(/\s+/).filter(Boolean);
    const hits = asked.length ? index.filter((each) => asked.every((word) => each.folded.includes(word))) : [];
    const whole = asked.join(" ");
    hits.sort((a, b) => b.folded.includes(whole) - a.folded.includes(whole));
    told.textContent = !asked.length ? "" : hits.length ? words.found.replace("{n}", hits.length) : words.none;
    found.replaceChildren(...["findings", "who", "claims", "documents", "places"].flatMap((kind) => {
      const of = hits.filter((each) => each.kind === kind);
      if (!of.length) return [];
      const list = document.createElement("ul");
      list.append(...of.slice(0, MOST).map(item));
      const more = Object.assign(document.createElement("li"), { textContent: words.more.replace("{n}", of.length - MOST) });
      if (of.length > MOST) list.append(more);
      return [Object.assign(document.createElement("h2"), { textContent: `${words[kind]} (${of.length})` }), list];
    }));
  };

  let wait;
  field.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(look, 80); });
  form.addEventListener("submit", (event) => { event.preventDefault(); look(); found.querySelector("a")?.focus(); });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  // Up and down go through the hits; from the card of a claim the way to its place leads out of the search, too.
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [field, ...found.querySelectorAll("a")];
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, stops.indexOf(document.activeElement) + step))].focus();
  });
  addEventListener("hashchange", () => dialog.close());

  const open = () => { dialog.showModal(); field.select(); };
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]") || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    open();
  });
  const button = Object.assign(document.createElement("button"), { textContent: read("words").tools.search });
  button.setAttribute("aria-keyshortcuts", "/");
  button.addEventListener("click", open);
  document.querySelector(".tools > :last-child").before(button);
})();

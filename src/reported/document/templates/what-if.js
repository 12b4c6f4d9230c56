// What if a figure were different? The sums are those of analysis, worked along the relations, which form a tree; the
// sentences are those of what_if.py. No words for readers stand here: they come with the data, as messages with room for values.
(() => {
  // Sums, as in analysis/ranges.py: a range is [low, high, whether its low end is open, whether its high end is] ---------
  const LINE = [-Infinity, Infinity, true, true], POSITIVE = [0, Infinity, true, true];
  const SAME = 1e-12; // two numbers that differ by less, as a share of the larger, are one
  const same = (x, y) => x === y || Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y)) <= SAME;
  const point = (value) => [value, value, false, false];
  const read = ([low, high, ...open]) => [low ?? -Infinity, high ?? Infinity, ...open];
  const turned = ([low, high, lowOpen, highOpen]) => [-high, -low, highOpen, lowOpen];
  const some = ([low, high, lowOpen, highOpen]) => (same(low, high) ? !lowOpen && !highOpen : low < high);
  const holds = ([low, high, lowOpen, highOpen], value) => (
    (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high));
  // Of two low ends the one that allows less, of two alike the open one.
  const stricter = (a, b) => ((same(a[0], b[0]) ? a[2] : a[0] > b[0]) ? a : b);
  const both = (a, b) => {
    const low = stricter(a, b), high = turned(stricter(turned(a), turned(b)));
    return [low[0], high[1], low[2], high[3]];
  };
  // From the lowest of some ends to the highest, of two alike the closed one.
  const spanning = (ends) => {
    const first = (sign) => ends.reduce((a, b) => (sign * b[0] < sign * a[0] || (a[0] === b[0] && a[1]) ? b : a));
    const [low, high] = [first(1), first(-1)];
    return [low[0], high[0], low[1], high[1]];
  };
  const ends = ([least, most, leastOpen, mostOpen]) => [[least, leastOpen], [most, mostOpen]];
  const either = (ranges) => (ranges.some(Boolean) ? spanning(ranges.filter(Boolean).flatMap(ends)) : null);
  const plus = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] || b[2], a[3] || b[3]];
  const minus = (a, b) => plus(a, turned(b));
  const times = (a, b) => spanning(ends(a).flatMap(([x, xOpen]) => ends(b).map(([y, yOpen]) => {
    if (x && y) return [x * y, xOpen || yOpen];
    return [0, (x !== 0 || xOpen) && (y !== 0 || yOpen)]; // nought times anything is nought
  })));
  // Every number of a range that times one of `b` is one of `a`: one range, as a dossier is held to what makes it so.
  const over = (a, b, range) => {
    if (holds(a, 0) && holds(b, 0)) return range;
    const above = b[1] > 0 && [1 / b[1], b[0] > 0 ? 1 / b[0] : Infinity, b[3], b[0] > 0 ? b[2] : true];
    const below = b[0] < 0 && [b[1] < 0 ? 1 / b[1] : -Infinity, 1 / b[0], b[1] < 0 ? b[3] : true, b[2]];
    return either([above, below].filter(Boolean).map((part) => both(times(a, part), range)).filter(some)) ?? [0, 0, true, true];
  };

  // Consistency: as in analysis/propagation.py and consistency.py -------------------------------------------------------
  const mapped = (record, change) => Object.fromEntries(Object.entries(record).map(([name, what]) => [name, change(what)]));
  // What a quantity can be by what is given and by all that lies beyond it, coming from one relation; null: nothing.
  const beyond = (system, quantity, from) => {
    let left = system.given[quantity];
    for (const relation of system.relations) {
      const { product, whole, parts } = relation;
      if (relation === from || ![whole, ...parts].includes(quantity)) continue;
      const others = [whole, ...parts].filter((one) => one !== quantity).map((one) => held(system, one, relation));
      if (!others.every(Boolean)) return null;
      const [first, ...rest] = others, joined = (ranges) => ranges.reduce(product ? times : plus);
      const part = () => (product ? over(first, joined(rest), left) : minus(first, joined(rest)));
      left = both(left, quantity === whole ? joined(others) : part());
    }
    return some(left) ? left : null;
  };
  // The same with what was said about it; of a number that number.
  const held = (system, quantity, from) => {
    if (typeof quantity === "number") return point(quantity);
    const rest = beyond(system, quantity, from), left = rest && both(system.bounds[quantity] ?? LINE, rest);
    return left && some(left) ? left : null;
  };
  const possible = (system) => Object.keys(system.given).every((quantity) => held(system, quantity));
  // Without the noise of reckoning.
  const printed = ([low, high, ...open]) => [...[low, Math.max(low, high)].map((end) => Number(end.toPrecision(12))), ...open];
  // Every bound given by a factor, so that ranges only grow.
  const loosened = (a, down, up = down) => [a[0] > 0 ? a[0] / down : a[0] * down, a[1] > 0 ? a[1] * up : a[1] / up, a[2], a[3]];
  const stretch = (system) => {
    const fits = (by) => possible({ ...system, bounds: mapped(system.bounds, (a) => loosened(a, Math.exp(by))) });
    let [least, most] = [0, 1];
    while (!fits(most)) {
      if (most > 230) return Infinity;
      [least, most] = [most, 2 * most];
    }
    for (let turn = 0; turn < 60; turn++) {
      const middle = (least + most) / 2;
      if (fits(middle)) most = middle;
      else least = middle;
    }
    return Math.exp(most);
  };
  // Whether figures that do not fit would if each gave by its own rounding.
  const atEdge = (system) => possible({ ...system, bounds: mapped(system.bounds, (a) => (
    [...loosened(a, 1 + (a[4] ?? 0), 1 + (a[5] ?? 0)).slice(0, 2), false, false])) });

  const free = (a, anything) => a[0] === anything[0] && a[1] === anything[1];
  const outcome = (system, [FITS, ONLY_IF, , NO_FIT, UNTESTED, EDGE]) => {
    const fits = possible(system), failing = !fits && atEdge(system) ? EDGE : NO_FIT, verdicts = {};
    for (const quantity of system.names) {
      const anything = system.anything[quantity], said = system.bounds[quantity], exact = beyond(system, quantity);
      const found = exact && printed(exact), verdict = (verdicts[quantity] = { said, found, anything, word: failing, least: false, most: false });
      if (!said || (found && free(found, anything))) verdict.word = UNTESTED;
      else if (held(system, quantity)) {
        verdict.least = said[0] > anything[0] && exact[0] > said[0] && !same(exact[0], said[0]);
        verdict.most = said[1] < Infinity && exact[1] < said[1] && !same(exact[1], said[1]);
        verdict.word = verdict.least || verdict.most ? ONLY_IF : FITS;
      }
    }
    const words = new Set(Object.values(verdicts).map((verdict) => verdict.word));
    const alone = [...words].every((word) => word === UNTESTED);
    const word = [failing, ONLY_IF].find((one) => words.has(one)) ?? (alone ? UNTESTED : FITS);
    return { ...system, verdicts, word, stretch: fits ? 1 : stretch(system) };
  };

  // What must hold whichever of several outcomes is right; as consistency.needed.
  const needed = (outcomes, failing) => {
    const right = outcomes.filter((one) => !failing.includes(one.word)).map((one) => one.verdicts);
    const cut = right.flatMap((verdicts) => Object.keys(verdicts).filter((q) => verdicts[q].least || verdicts[q].most));
    return [...new Set(cut)].flatMap((quantity) => {
      const all = right.map((verdicts) => verdicts[quantity]), [{ anything }] = all;
      const whole = either(all.map((v) => v.found ?? anything)), said = either(all.map((v) => v.said ?? anything));
      const least = all.some((v) => v.least) && whole[0] > said[0], most = all.some((v) => v.most) && whole[1] < said[1];
      const [a, b] = [least ? whole : anything, most ? whole : anything];
      return least || most ? [[quantity, [a[0], b[1], a[2], b[3]]]] : [];
    });
  };

  const overall = (words, [FITS, ONLY_IF, TENSION, NO_FIT, UNTESTED, EDGE]) => {
    const told = new Set(words);
    const failing = [EDGE, NO_FIT].filter((word) => told.has(word));
    if (failing.length) return told.size > failing.length ? TENSION : failing[0];
    return told.has(ONLY_IF) ? ONLY_IF : told.has(FITS) ? FITS : UNTESTED;
  };

  // Words: as in language.py, particles.py and prose.py -----------------------------------------------------------------
  // Hangul: the final consonant of the last syllable that is read out, 0 for none; `names`: how digits and letters are read.
  const opened = (text) => (text === (text = text.replace(/\([^()]*\)/g, "")) ? text : opened(text)); // brackets within brackets
  const final = (before, names) => {
    const bare = opened(before.replace(/["'”’ ]+$/, "")).replace(/["'”’)\]」』》〉*_ ]+$/, "").normalize("NFC");
    const noughts = /[1-9](0+)$/.exec(bare)?.[1].length, last = ([...bare].at(-1) ?? "").toLowerCase();
    const word = /[a-z]*$/i.exec(bare)[0].toLowerCase(); // what is read as a word: kg
    const read = noughts ? ["십", "백", "천"][noughts - 1] ?? "만" : names[word] ?? names[last] ?? last;
    return /^[가-힣]$/.test(read) ? (read.codePointAt(0) - 0xac00) % 28 : 0;
  };
  const chosen = (text, names) => {
    if (!names) return text;
    const [both, closed, open] = /\(([가-힣]{1,3})\/([가-힣]{1,3})\)/.exec(text) ?? [];
    if (!both) return text;
    const at = text.indexOf(both), ends = final(text.slice(0, at), names);
    const fitting = ends && !(ends === 8 && open.startsWith("로")) ? closed : open;
    return chosen(text.slice(0, at) + fitting + text.slice(at + both.length), names);
  };
  const fill = (template, values, words) => (
    chosen(template.replace(/\{(\w+)\}/g, (room, name) => values[name] ?? room), words.particles));
  const toEven = (x) => (Math.abs(x % 1) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x));
  const grouped = (whole, rest, { grouping, group, point }) => {
    const parts = [];
    for (let end = whole.length; end > 0; end -= grouping) parts.unshift(whole.slice(Math.max(end - grouping, 0), end));
    return parts.join(group) + (rest ? point + rest : "");
  };
  const plainly = (value, { numerals }) => {
    const [whole, rest = ""] = value.toFixed(numerals.places).split(".");
    return grouped(whole, rest.replace(/0+$/, ""), numerals);
  };
  const inFigures = (value, words) => {
    const { numerals } = words, sized = (template, number) => fill(template, { number }, words);
    if (value < 0) return sized(numerals.below, inFigures(-value, words));
    if (value && value < 0.001) {
      const [figures, power] = value.toExponential(5).split("e");
      return grouped("0", "0".repeat(-power - 1) + figures.replace(".", "").replace(/0+$/, ""), numerals);
    }
    const [size, template] = numerals.sizes.find(([least]) => value >= least) ?? [1];
    if (!template) return plainly(value, words);
    if (numerals.rest) {
      const rest = value % size, whole = sized(template, plainly((value - rest) / size, words));
      return rest ? fill(numerals.rest, { size: whole, rest: inFigures(rest, words) }, words) : whole;
    }
    const long = size > 1e6 && value % 1 === 0 && value % (size / 1e6); // no room for its last digits
    return long ? plainly(value, words) : sized(template, plainly(value / size, words));
  };
  const stated = (value, words) => words.numerals.spelled[value] ?? inFigures(value, words);
  const number = (value, words, turn = toEven) => {
    const place = value ? Number(`1e${Number(value.toExponential().split("e")[1]) - (Math.abs(value) >= 100 ? 2 : 1)}`) : 1;
    return stated(turn(Number((value / place).toFixed(9))) * place, words);
  };
  // What a range says around what was counted; `of` dresses a number with its noun.
  const inWords = (a, anything, words, of = String) => {
    const said = (span, low = "", high = "") => {
      const [changed, whole] = words.spans[span];
      return fill(whole, { what: of(changed === null ? low : fill(changed, { number: low, high }, words)) }, words);
    };
    if (free(a, anything)) return said("unbounded");
    if (a[1] === Infinity) return said(a[2] ? "above" : "at-least", number(a[0], words, Math.floor));
    if (a[0] === anything[0]) return said(a[3] ? "below" : "at-most", number(a[1], words, Math.ceil));
    if (a[0] === a[1]) return of(number(a[0], words));
    const [low, high] = [number(a[0], words, Math.floor), number(a[1], words, Math.ceil)];
    return low === high ? of(low) : said("between", low, high);
  };
  const listed = (items, words) => (
    items.length < 2 ? items.join("") : fill(words.and, { first: items.slice(0, -1).join(", "), last: items.at(-1) }, words));
  const dressed = (text, noun) => (noun.includes("{}") ? noun.replaceAll("{}", () => text) : `${text} ${noun}`);
  const capital = (text) => text.replace(/^([“‘]*)(.)/u, (_, marks, first) => marks + first.toUpperCase());
  const amount = (dial, value, words) => dressed(stated(value, words), value === 1 ? dial.one : dial.many);

  // The answer under what is supposed: {wording, reading, values by the key of their dial}; as what_if.suppose.
  const answer = (data, { wording, reading, values }) => {
    const { words, verdicts, dials } = data, [, , , NO_FIT, UNTESTED, EDGE] = verdicts, failing = [EDGE, NO_FIT];
    const moved = dials.filter((dial) => dial.key in values).sort((a, b) => a.share - b.share);
    const given = mapped(data.given, read), anything = mapped(data.signed, (signed) => (signed ? LINE : POSITIVE));
    const names = data.quantities.map((one) => one.id);
    const outcomes = data.cases.filter((one) => one.wording === wording && one.reading === reading).map((one) => {
      const bounds = mapped(one.bounds, read);
      for (const { key, quantity, factor, share } of moved) {
        const value = point(share ? values[key] / 100 : values[key] * factor);
        if (!share) bounds[quantity] = value;
        else if (quantity in bounds) bounds[quantity] = [...times(bounds[quantity], value), ...bounds[quantity].slice(4)];
      }
      return outcome({ bounds, given, anything, names, relations: data.relations, series: one.series }, verdicts);
    });
    const record = ({ id, record: texts }) => moved.filter((dial) => dial.quantity === id).reduce((text, dial) => {
      const value = amount(dial, values[dial.key], words);
      return dial.share ? fill(words.share_of, { record: text, value }, words) : fill(words.supposed, { value }, words);
    }, texts[wording]);
    const apart = (quantity) => {
      const told = new Map();
      for (const one of outcomes) {
        const found = one.verdicts[quantity].found, text = found ? inWords(found, anything[quantity], words) : words.the_rest;
        told.set(text, [...(told.get(text) ?? []), one.series]);
      }
      const texts = [...told].map(([text, series]) => (told.size === 1 ? text : fill(words.in_brackets, { text, more: listed(series, words) }, words)));
      return texts.join("; ");
    };
    const rows = data.quantities.map((quantity) => ({
      id: quantity.id, label: quantity.label, record: record(quantity), needed: apart(quantity.id),
      word: overall(outcomes.map((one) => one.verdicts[quantity.id].word), verdicts),
    }));
    const needs = needed(outcomes, failing), met = outcomes.map((one) => one.word);
    const failed = met.every((word) => failing.includes(word)) ? failing.find((word) => met.includes(word)) : "";
    const word = failed || (met.every((one) => one === UNTESTED) ? UNTESTED : verdicts[needs.length ? 1 : 0]);
    const right = outcomes.filter((one) => !failing.includes(one.word)).map((one) => one.series);
    const wanted = needs.map(([id, a]) => {
      const { one, many } = data.quantities.find((quantity) => quantity.id === id);
      const text = inWords(a, anything[id], words, (told) => dressed(told, told === stated(1, words) ? one : many));
      const said = record(data.quantities.find((quantity) => quantity.id === id));
      return fill(words.need, { amount: text, record: said }, words);
    });
    const figures = dials.filter((dial) => dial.key in values).map((dial) => {
      const value = amount(dial, values[dial.key], words);
      return dial.share ? fill(words.share, { value, label: dial.label }, words) : value;
    });
    const factor = Math.min(...outcomes.map((one) => one.stretch)), { by, said } = words.answers[word];
    const kinds = {
      supposed: figures.length ? "yes" : "no", some: right.length < outcomes.length ? "yes" : "no",
      apart: factor < 1.005 ? "close" : factor < Infinity ? "far" : "never",
    };
    const sentence = capital(fill(said[by.map((kind) => kinds[kind]).join(" ")], {
      wording: words.worded[wording], reading: words.read[reading], values: listed(figures, words),
      series: listed(right, words), needs: listed(wanted, words), factor: factor.toFixed(2),
    }, words));
    return { word, needs, sentence, rows, outcomes };
  };

  // An address: #what-if?lanterns=1200&reading=pragmatic. What it cannot mean is left out. ---------------------------
  const MOST = 1e15; // beyond that nobody counts
  const taken = (dial, value) => value > 0 && value <= (dial.share ? dial.rest : MOST);
  const settled = ({ start, choices, dials }, given) => {
    const known = ({ name, options }) => (options.some((one) => one.value === given[name]) ? given[name] : start[name]);
    const values = dials.map((dial) => [dial.key, Number(given[dial.key]), dial]);
    return {
      ...Object.fromEntries(choices.map((choice) => [choice.name, known(choice)])),
      values: Object.fromEntries(values.filter(([, value, dial]) => taken(dial, value) && value !== dial.rest)),
    };
  };
  const asked = (data, address) => settled(data, Object.fromEntries(new URLSearchParams(address.split("?")[1])));
  const written = (data, { values, ...choices }) => {
    const chosen = Object.entries(choices).filter(([name, value]) => value !== data.start[name]);
    const given = new URLSearchParams([...Object.entries(values), ...chosen]).toString();
    return `#what-if${given && "?"}${given}`;
  };

  // Scales: each of so many factors of ten about its record; `place` is a share of the way along it. -------------------
  const scaled = (dial, decades) => {
    if (dial.share) return { ...dial, place: (value) => value / dial.rest, value: (place) => Math.max(1, Math.round(place * dial.rest)), ticks: [50, 100] };
    const [least, most] = dial.around, long = decades || Math.log10(most / least) + 1.5;
    const low = Math.log10(least) - (long - Math.log10(most / least)) / 2;
    const place = (value) => Math.min(1, Math.max(0, (Math.log10(value) - low) / long));
    const fronts = long < 1.6 ? [1, 2, 5] : long < 3 ? [1, 3] : [1], ticks = [];
    for (let power = Math.floor(low); power <= low + long; power++) ticks.push(...fronts.map((front) => Number(`${front}e${power}`)));
    return {
      ...dial, place, ticks: ticks.filter((tick) => Math.log10(tick) > low + 0.03 * long && Math.log10(tick) < low + 0.97 * long),
      value: (at) => Number((10 ** (low + at * long)).toPrecision(3)),
    };
  };
  // All that the others leave for a quantity, whichever way of counting is right; null: nothing.
  const left = (outcomes, quantity) => either(outcomes.map((one) => one.verdicts[quantity].found));
  // Where the handle stands while nothing is supposed: at the number said; of a range at the end nearest to what is needed.
  const started = (dial, range, need) => {
    if (dial.share) return dial.rest;
    if (dial.named) return dial.named;
    const ends = [range[0] / dial.factor || dial.around[0], range[1] === Infinity ? dial.around[1] : range[1] / dial.factor];
    const far = (end) => {
      const [low, high] = need ?? POSITIVE, value = end * dial.factor;
      return Math.max(low ? Math.log(low / value) : 0, high < Infinity ? Math.log(value / high) : 0, 0);
    };
    return far(ends[1]) < far(ends[0]) ? ends[1] : ends[0];
  };
  // What was typed: a number, however it is grouped; NaN for what is none, nothing for an empty box.
  const typed = (text, { group }) => {
    const bare = [group, "\u00a0", "\u202f", " "].filter(Boolean).reduce((rest, sign) => rest.replaceAll(sign, ""), text);
    return bare === "" ? undefined : /^[+\-−]?(\d+\.?\d*|\.\d+)$/.test(bare) ? Number(bare.replace("−", "-")) : NaN;
  };
  globalThis.whatIf = { answer, read: asked, written, stated, number, chosen, typed };

  // The panel: the links of the chain, each with a handle ---------------------------------------------------------------
  const panel = document.getElementById("what-if"), source = document.getElementById("what-if-data");
  if (!panel || !source) return;
  const data = JSON.parse(source.textContent), { words } = data, heads = words.columns;
  const make = (tag, given = {}, ...inside) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  };
  let state = settled(data, {}), before = null; // what was supposed before all was put back
  const set = (name, value) => { state = settled(data, { ...state, ...state.values, [name]: value }); };
  const moved = () => Object.keys(state.values).length > 0 || data.choices.some(({ name }) => state[name] !== data.start[name]);

  const choices = data.choices.map(({ name, label, options }) => make("fieldset", { class: "choice" },
    make("legend", {}, label),
    ...options.map(({ value, label: text }) => make("label", {}, make("input", { type: "radio", name, value }), text))));
  const quantities = Object.fromEntries(data.quantities.map((one) => [one.id, one]));
  const dials = data.dials.map((given) => {
    const dial = scaled(given, data.decades), { key: name } = dial, id = `dial-${name}`, most = dial.share ? dial.rest : 1000;
    const slider = make("input", { type: "range", id, name, min: dial.share ? 1 : 0, max: most, step: 1, "aria-describedby": `${id}-record` });
    const box = make("input", { type: "text", inputmode: "decimal", name, autocomplete: "off",
      "aria-labelledby": `${id}-name ${id}-unit`, "aria-describedby": `${id}-warning` });
    const back = make("button", { type: "button", class: "back" }, words.back);
    const record = make("span", { class: "record", id: `${id}-record` });
    const warning = make("output", { class: "warning", id: `${id}-warning` });
    const ticks = dial.ticks.map((tick) => {
      const mark = make("span", { class: "tick" }, inFigures(tick, words));
      mark.style.setProperty("--at", dial.place(tick));
      return mark;
    });
    const zone = make("span", { class: "zone" }), kind = quantities[dial.quantity].examined ? "said" : "assumed";
    const whole = make("div", { class: `dial${dial.share ? " share" : ""}` },
      make("label", { for: id, id: `${id}-name` }, capital(dial.share ? dial.label : quantities[dial.quantity].label)),
      make("span", { class: "amount" }, back, box, make("span", { class: "unit", id: `${id}-unit` }, dial.unit)),
      make("span", { class: "scale" }, make("span", { class: "beyond below" }), make("span", { class: "beyond above" }), zone,
        make("span", { class: `band ${kind}` }), slider, ...ticks),
      record, warning);
    back.addEventListener("click", () => { put(dial.key, ""); slider.focus(); });
    return { ...dial, slider, box, back, zone, record, warning, whole, most };
  });
  // A link: its operator, what is on record, the handle, and how the others answer.
  const links = data.links.map(({ operator, quantity, number: factor, again }) => {
    const own = dials.filter((dial) => dial.quantity === quantity && !again), one = quantities[quantity];
    const needed = make("span", { class: "needed" }), word = make("strong", { class: "word" });
    const name = factor === null ? one.label : inFigures(factor, words);
    const inside = own.some((dial) => !dial.share) ? [] : [make("span", { class: "name" }, capital(name))];
    const told = make("span", { class: "record" });
    if (!own.length && one && !again) inside.push(told);
    const whole = make("li", { class: "link" }, make("span", { class: "operator" }, operator), ...inside,
      ...own.map((dial) => dial.whole), ...(one && !again ? [make("p", { class: "others" }, needed, " · ", word)] : []));
    return { whole, quantity, needed, word, told, own };
  });
  const reported = make("input", { type: "checkbox", role: "switch" });
  const verdict = make("strong", { class: "verdict" }), sentence = make("span", { class: "told" });
  panel.classList.add("live");
  panel.querySelector(".needs-script").remove();
  panel.querySelector(".as-published").before(make("div", { class: "supposing" },
    make("div", { class: "controls" }, make("label", { class: "switch" }, reported, words.reported), ...choices),
    make("output", { class: "supposed-answer" }, verdict, sentence),
    make("ol", { class: "chain", "aria-label": words.table }, ...links.map((link) => link.whole)),
    make("p", { class: "hint" }, words.hint)));

  const show = () => {
    const now = answer(data, state), bare = answer(data, { ...state, values: {} });
    verdict.textContent = words.verdicts[now.word];
    sentence.textContent = now.sentence;
    for (const radio of panel.querySelectorAll(".choice input")) radio.checked = state[radio.name] === radio.value;
    reported.checked = !moved();
    reported.disabled = !moved() && !before;
    for (const link of links) {
      const row = now.rows.find((one) => one.id === link.quantity);
      if (!row) continue;
      const base = link.own.every((dial) => dial.share || dial.factor === 1) ? "" : ` (${quantities[link.quantity].unit})`;
      link.needed.textContent = row.needed === words.the_rest ? capital(row.needed) : `${heads[2]}${base}: ${row.needed}`;
      link.word.textContent = words.verdicts[row.word];
      link.told.textContent = row.record;
      link.whole.className = `link ${row.word.replaceAll(" ", "-")}`;
      for (const dial of link.own) showDial(dial, row.record, left(now.outcomes, dial.quantity), left(bare.outcomes, dial.quantity));
    }
  };
  const showDial = (dial, record, need, first) => {
    const value = state.values[dial.key], given = value !== undefined;
    const range = read(dial.ranges?.[`${state.wording} ${state.reading}`] ?? POSITIVE);
    const start = started(dial, range, first), reads = quantities[dial.quantity].record[state.wording];
    dial.whole.classList.toggle("moved", given);
    dial.back.hidden = !given;
    if (document.activeElement !== dial.slider || !given) dial.slider.value = dial.most * dial.place(value ?? start);
    dial.record.textContent = dial.share ? (given ? amount(dial, value, words) : words.no_share) : record;
    const outside = given && !holds(range, value * dial.factor) ? fill(words.outside, { record: reads }, words) : "";
    const said = given ? amount(dial, value, words) : `${words.reported}: ${dial.share ? words.no_share : reads}`;
    dial.slider.setAttribute("aria-valuetext", outside ? `${said}. ${outside}` : said);
    dial.box.placeholder = plainly(start, words);
    if (!dial.wrong && document.activeElement !== dial.box) dial.box.value = value ?? "";
    dial.box.toggleAttribute("aria-invalid", Boolean(dial.wrong));
    dial.warning.textContent = dial.wrong || outside;
    const at = (end) => (end === 0 ? 0 : end === Infinity ? 1 : dial.place(end / dial.factor));
    const put = (name, [low, high]) => {
      dial.whole.style.setProperty(`--${name}-low`, at(low));
      dial.whole.style.setProperty(`--${name}-high`, at(high));
    };
    put("record", dial.share ? [0, Infinity] : range);
    dial.zone.hidden = dial.share || !need || free(need, POSITIVE);
    if (!dial.zone.hidden) put("need", need);
  };
  const store = () => history.replaceState(null, "", written(data, state));
  const put = (name, value) => {
    set(name, value);
    for (const dial of dials) if (dial.key === name) dial.wrong = "";
    show();
    store();
  };
  const follow = () => {
    if (!/^#what-if(\?|$)/.test(location.hash)) return;
    state = asked(data, location.hash);
    panel.open = true;
    show();
    panel.scrollIntoView();
  };
  // What a box says is told where it is no number above nought, and stays there.
  const heard = (dial, text) => {
    const value = typed(text.trim(), words.numerals), fits = value === undefined || taken(dial, value);
    const why = Number.isNaN(value) ? words.no_number : words.not_above;
    dial.wrong = fits ? "" : fill(why, { typed: text.trim() }, words);
    return fits ? value : "";
  };
  panel.addEventListener("input", ({ target }) => {
    const dial = dials.find((one) => one.key === target.name);
    if (target === reported) {
      [state, before] = target.checked ? [settled(data, {}), state] : [before, null];
      for (const one of dials) one.wrong = "";
    } else if (!dial) set(target.name, target.value);
    else if (target === dial.slider) {
      dial.wrong = "";
      set(target.name, dial.value(target.value / dial.most));
    } else set(target.name, heard(dial, target.value) ?? "");
    show();
  });
  panel.addEventListener("change", store);
  addEventListener("hashchange", follow);
  show();
  follow();
})();

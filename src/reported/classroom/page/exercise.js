// One exercise in a browser: the same questions and sealed replies as in the notebook (exercises/asking.py, seals.py,
// words.py and answers.py; a test holds the two together). All words come with the data.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (room, name) => values[name] ?? room);
  const say = (name, values = {}) => fill(data.words[name], values);
  const plain = (markdown) => new DOMParser()
    .parseFromString(markdown.replaceAll("<", "&lt;").replaceAll("*", ""), "text/html").body.textContent;

  // Seals ---------------------------------------------------------------------------------------------------------
  // SHA-256 (FIPS 180-4). A browser's own is there only on pages that came over https or from this machine; a class
  // may also get its pages over plain http. The constants are the fractions of roots of the first primes.
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  const CUBE = primes.map((prime) => fraction(Math.cbrt(prime)));
  const SQUARE = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  const turn = (word, by) => (word >>> by) | (word << (32 - by));
  const sha256 = (bytes) => {
    const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64), view = new DataView(padded.buffer);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
    view.setUint32(padded.length - 4, bytes.length << 3);
    let state = SQUARE;
    for (let block = 0; block < padded.length; block += 64) {
      const words = [];
      for (let n = 0; n < 64; n++) {
        if (n < 16) { words.push(view.getInt32(block + 4 * n)); continue; }
        const early = words[n - 15], late = words[n - 2];
        const first = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
        const second = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
        words.push((words[n - 16] + first + words[n - 7] + second) | 0);
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let n = 0; n < 64; n++) {
        const mixed = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g));
        const one = (h + mixed + CUBE[n] + words[n]) | 0;
        const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
      }
      state = [a, b, c, d, e, f, g, h].map((word, n) => (word + state[n]) | 0);
    }
    const digest = new DataView(new ArrayBuffer(32));
    state.forEach((word, n) => digest.setInt32(4 * n, word));
    return new Uint8Array(digest.buffer);
  };
  const ascii = (text) => new TextEncoder().encode(text);
  const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  // The reply to one form of an answer: whether it is right, and what to say; null where none was sealed under it.
  const opened = (sealed, form) => {
    const key = sha256(ascii(`${sealed.salt}\n${form}`));
    const hidden = sealed.replies[hex(sha256(joined(ascii("tag"), key))).slice(0, 16)];
    if (hidden === undefined) return null;
    const bytes = Uint8Array.from(atob(hidden), (letter) => letter.charCodeAt(0));
    for (let block = 0; 32 * block < bytes.length; block++) {
      const counted = new DataView(new ArrayBuffer(4));
      counted.setUint32(0, block);
      const stream = sha256(joined(ascii("text"), key, new Uint8Array(counted.buffer)));
      for (let n = 0; n < 32 && 32 * block + n < bytes.length; n++) bytes[32 * block + n] ^= stream[n];
    }
    const text = new TextDecoder().decode(bytes).trimEnd();
    return [text[0] === "1", text.slice(1)];
  };

  // Numbers -------------------------------------------------------------------------------------------------------
  const { numerals } = data;
  const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/;
  const float = (text) => (DECIMAL.test(text) ? Number(text) : NaN);
  // A number as somebody writes it; NaN is no number.
  const number = (text) => {
    let left = text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
    for (const sign of new Set([",", numerals.group])) if (sign !== numerals.point) left = left.replaceAll(sign, "");
    left = left.replaceAll(numerals.point, ".");
    let whole = 0;
    for (const [size, template] of numerals.sizes) {
      const name = fill(template, { number: "" }).trim(), at = left.indexOf(name);
      if (at < 0) continue;
      whole += float(left.slice(0, at)) * size;
      left = left.slice(at + name.length) || "0";
    }
    return whole + float(left);
  };
  // Rounded to so many digits as Python rounds: half way goes to the even one.
  const rounded = (value, places) => {
    const [mantissa, exponent] = value.toExponential(60).split("e");
    const digits = mantissa.replace(".", ""), kept = Number(digits.slice(0, places)), rest = digits.slice(places);
    const half = `5${"0".repeat(rest.length - 1)}`;
    const up = rest > half || (rest === half && kept % 2);
    return Number(`${kept + (up ? 1 : 0)}e${Number(exponent) - places + 1}`);
  };
  // A number of a few digits as Python's %g writes it.
  const written = (value) => {
    const exponent = Number(value.toExponential().split("e")[1]);
    if (exponent >= -4 && exponent < 6) return String(value);
    const [mantissa, power] = value.toExponential().split("e");
    return `${mantissa}e${power[0]}${power.slice(1).padStart(2, "0")}`;
  };
  const forms = (value) => {
    if (!(value > 0 && value < Infinity)) return [];
    return [2, 1].map((places) => `${written(rounded(value, places))} to ${places}`);
  };

  // Asking --------------------------------------------------------------------------------------------------------
  // Whether an answer is right, what to say to it, and whether it counts as one.
  const reply = (question, answer) => {
    if (!answer.trim()) return [false, say("no-answer"), false];
    const chosen = question.choices.indexOf(answer);
    for (const form of question.choices.length ? [question.forms[chosen]] : forms(number(answer))) {
      const found = opened(question, form);
      if (found) return [...found, true];
    }
    return [false, say("far-off"), true];
  };
  const tried = {};
  const note = (name, answer) => {
    const kept = (tried[name] ??= { first: answer, answer: "", tries: 0 });
    if (answer !== kept.answer) Object.assign(kept, { answer, tries: kept.tries + 1 });
  };
  const KEPT = `answers-${data.name}-${data.seal}`;  // what a reload of this tab does not lose
  const remember = () => { try { sessionStorage.setItem(KEPT, JSON.stringify(tried)); } catch { /* none to be had */ } };
  const remembered = () => { try { return JSON.parse(sessionStorage.getItem(KEPT)) ?? {}; } catch { return {}; } };

  const questions = [...document.querySelectorAll("form.question")], right = new Set();
  const score = document.getElementById("score");
  const tell = () => { score.textContent = say("score", { right: right.size, of: questions.length }); };
  const show = (form, [good, said, counts]) => {
    const now = form.querySelector(".reply"), earlier = form.querySelector(".earlier");
    const before = now.textContent, text = plain(said);
    if (before && before !== text && form.dataset.counts) {
      const told = [...earlier.children].map((item) => item.textContent);
      if (!told.includes(before)) earlier.appendChild(document.createElement("li")).textContent = before;
      earlier.hidden = false;
    }
    now.textContent = "";
    now.textContent = text;
    form.dataset.counts = counts ? "yes" : "";
    form.classList.toggle("right", good);
    form.classList.toggle("wrong", counts && !good);
    right[good ? "add" : "delete"](form.dataset.name);
  };
  for (const form of questions) {
    const { name } = form.dataset, field = form.elements.answer;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const said = reply(data.questions[name], field.value);
      show(form, said);
      if (said[2]) note(name, field.value.trim());
      remember();
      tell();
    });
  }
  Object.assign(tried, Object.fromEntries(Object.entries(remembered()).filter(([name]) => name in data.questions)));
  for (const form of questions) {
    const kept = tried[form.dataset.name];
    if (!kept) continue;
    form.elements.answer.value = kept.answer;
    show(form, reply(data.questions[form.dataset.name], kept.answer));
  }

  // Moving a figure -----------------------------------------------------------------------------------------------
  for (const form of document.querySelectorAll("form.move")) {
    const { name } = form.dataset, { value, wording, reading } = form.elements, shown = form.querySelector("output");
    const move = data.moves[name];
    const label = () => {
      shown.textContent = move.steps[value.value];
      value.setAttribute("aria-valuetext", shown.textContent);
    };
    const change = () => {
      label();
      const found = opened(move, `${value.value} ${wording.value} ${reading.value}`);
      form.querySelector(".reply").textContent = found ? plain(found[1]) : "";
    };
    value.addEventListener("input", label);
    form.addEventListener("change", change);
    form.addEventListener("submit", (event) => event.preventDefault());
    label();
  }

  // Handing in ----------------------------------------------------------------------------------------------------
  const save = document.getElementById("save");
  if (!save) return;
  tell();
  save.addEventListener("submit", (event) => {
    event.preventDefault();
    const student = save.elements.student.value.trim().replace(/\s+/g, " "), said = save.querySelector(".reply");
    const words = student.match(/[\p{L}\p{M}\p{N}_]+/gu);
    if (!words) {
      said.textContent = say("whose");
      save.elements.student.focus();
      return;
    }
    if (!Object.keys(tried).length) {
      said.textContent = say("nothing-to-save");
      return;
    }
    const file = `answers-${data.name}-${words.join("-").slice(0, data.longest)}.json`;
    const answers = Object.fromEntries(Object.entries(tried).sort(([a], [b]) => (a < b ? -1 : 1)));
    const content = { answers_to: data.name, seal: data.seal, student, answers };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: "application/json" }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    said.textContent = say("saved", { file });
  });
  document.getElementById("print").addEventListener("click", () => window.print());
})();

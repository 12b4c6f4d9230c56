// Buttons below a figure: the drawing, a picture of it and its data as files, made from this page; and how to cite it.
(() => {
  const read = (name) => JSON.parse(document.getElementById(`${name}-data`)?.textContent ?? "null");
  const { save: words, cite } = read("words");
  const plots = read("plots") ?? {};
  const line = read("cite");
  const SVG = "http://www.w3.org/2000/svg";
  const EDGE = 12; // of a picture taken away, in its own units, as all sizes below
  const told = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
  const text = (place, what) => place.querySelector(what)?.textContent.replace(/\s+/g, " ").trim() ?? "";

  const hand = (name, content) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const letters = getComputedStyle(document.documentElement).getPropertyValue("--sans").trim();
  const ruler = document.createElement("canvas").getContext("2d");
  const lines = (words, room, font) => {
    ruler.font = font;
    const made = [];
    for (const word of words.split(" ").filter(Boolean)) {
      const longer = made.length ? `${made.at(-1)} ${word}` : word;
      if (made.length && ruler.measureText(longer).width <= room) made[made.length - 1] = longer; else made.push(word);
    }
    return made;
  };

  // The drawing with the words that the page sets around it, on white, to stand alone.
  const alone = (figure, faces) => {
    const drawing = figure.querySelector("svg.wide, svg");
    const [left, top, wide, high] = drawing.getAttribute("viewBox").split(" ").map(Number);
    const whole = document.createElementNS(SVG, "svg");
    const add = (name, of, words = "") => {
      const made = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(of)) made.setAttribute(key, value);
      made.textContent = words;
      whole.append(made);
      return made;
    };
    let y = EDGE;
    const say = (words, size, weight, fill) => {
      for (const each of lines(words, wide, `${weight} ${size}px ${letters}`)) {
        y += size * 1.3;
        add("text", { x: EDGE, y, "font-size": size, "font-weight": weight, fill }, each);
      }
    };
    add("style", {}, `${faces}text{font-family:${letters}}svg *{stroke-linejoin:round;stroke-linecap:butt}`);
    const ground = add("rect", { fill: "#fff" });
    say(text(figure, ".head strong"), 12, 600, "#20242a");
    y += 3;
    say(text(figure, ".head p:nth-of-type(2)"), 9, 400, "#5b626b");
    const inner = drawing.cloneNode(true);
    for (const link of inner.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    for (const name of ["class", "role", "aria-label"]) inner.removeAttribute(name);
    for (const [key, value] of Object.entries({ x: EDGE, y: (y += 8), width: wide, height: high })) inner.setAttribute(key, value);
    inner.setAttribute("viewBox", `${left} ${top} ${wide} ${high}`);
    whole.append(inner);
    y += high;
    say(text(figure, ".foot"), 8, 400, "#5b626b");
    const size = { width: wide + 2 * EDGE, height: Math.ceil(y + EDGE) };
    for (const [key, value] of Object.entries(size)) { whole.setAttribute(key, value); ground.setAttribute(key, value); }
    whole.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
    whole.setAttribute("role", "img");
    whole.setAttribute("aria-label", drawing.getAttribute("aria-label"));
    return [new XMLSerializer().serializeToString(whole), size];
  };
  const faces = () => [...document.styleSheets[0].cssRules]
    .filter((rule) => rule instanceof CSSFontFaceRule && letters.includes(rule.style.fontFamily.replace(/["']/g, "")))
    .map((rule) => rule.cssText).join("");
  const png = async (figure, name) => {
    const [drawn, size] = alone(figure, faces());
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn)}`;
    await image.decode();
    const scale = 2 * 700 / (size.width - 2 * EDGE); // twice what a page gives it
    const canvas = Object.assign(document.createElement("canvas"), { width: size.width * scale, height: size.height * scale });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((content) => hand(`${name}.png`, content));
  };

  // How to cite it, in three forms, to be copied.
  const dialog = document.createElement("dialog");
  dialog.className = "cite";
  const heading = Object.assign(document.createElement("h2"), { textContent: cite.title, id: "cite-title" });
  const close = Object.assign(document.createElement("button"), { textContent: cite.close });
  dialog.setAttribute("aria-labelledby", heading.id);
  const fields = new Map([[cite.text, "text"], ["BibTeX", "bibtex"], ["RIS", "ris"]].map(([label, name]) => {
    const row = document.createElement("div");
    const field = Object.assign(document.createElement("textarea"), { readOnly: true, id: `cite-${name}`, rows: 2 });
    const copy = Object.assign(document.createElement("button"), { textContent: cite.copy });
    const named = Object.assign(document.createElement("label"), { textContent: label, htmlFor: field.id });
    copy.setAttribute("aria-label", `${cite.copy}: ${label}`);
    copy.addEventListener("click", async () => {
      field.select();
      try { await navigator.clipboard.writeText(field.value); copy.textContent = cite.copied; } catch { field.focus(); }
    });
    row.append(named, copy, field);
    return [name, { row, field, copy }];
  }));
  dialog.append(heading, ...[...fields.values()].map(({ row }) => row), close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);

  const show = (figure) => {
    const whole = { title: told("citation_title"), author: told("citation_author"), date: told("citation_publication_date"),
      number: told("citation_technical_report_number"), language: told("citation_language") };
    const here = location.protocol.startsWith("http") ? location.href.split("#")[0] : told("citation_public_url");
    const url = here && (figure ? `${here}#${figure.id}` : here);
    const title = (figure && text(figure, ".head strong")) || whole.title;
    const within = title === whole.title ? "" : whole.title;
    const plain = (words) => words.replace(/[{}\\]/g, "");
    const entries = (of, put) => Object.entries(of).filter(([, value]) => value).map(put);
    const key = `${whole.title.normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, "") || "report"}${whole.date.slice(0, 4)}`;
    const bibtex = { title, booktitle: within, author: whole.author && `{${plain(whole.author)}}`, year: whole.date.slice(0, 4),
      edition: whole.number, language: whole.language, url };
    const ris = { TY: within ? "FIGURE" : "RPRT", TI: title, T2: within, AU: whole.author, PY: whole.date.slice(0, 4), DA: whole.date.replaceAll("-", "/"),
      ET: whole.number, LA: whole.language, UR: url };
    const made = {
      text: [within && `“${title}”`, line, url].filter(Boolean).join(" "),
      bibtex: `@${within ? "incollection" : "misc"}{${key},\n${entries(bibtex, ([name, value]) =>
        `  ${name} = {${name === "author" ? value : plain(value)}}`).join(",\n")}\n}`,
      ris: [...entries(ris, ([name, value]) => `${name}  - ${value}`), "ER  - "].join("\n"),
    };
    for (const [name, { field, copy }] of fields) {
      field.value = made[name];
      field.style.height = "";
      copy.textContent = cite.copy;
    }
    dialog.showModal();
    for (const { field } of fields.values()) field.style.height = `${field.scrollHeight + 2}px`;
  };

  // The whole is cited from below its first picture.
  const quoting = (figure) => {
    const made = Object.assign(document.createElement("button"), { textContent: cite.open });
    made.addEventListener("click", () => show(figure));
    return made;
  };
  const whole = document.createElement("li");
  whole.append(quoting(null));
  if (line) document.querySelector(".banner ul, ul.banner")?.append(whole);

  for (const figure of document.querySelectorAll("figure.figure[id]")) {
    if (!figure.querySelector("svg")) continue;
    const name = figure.id.replace(/^fig-(page-one-)?/, "");
    const ways = {
      SVG: () => hand(`${name}.svg`, new Blob([alone(figure, "")[0]], { type: "image/svg+xml" })),
      PNG: () => png(figure, name),
      ...(plots[name] && { CSV: () => hand(`${name}.csv`, new Blob([plots[name]], { type: "text/csv" })) }),
    };
    const made = Object.entries(ways).map(([kind, act]) => {
      const button = Object.assign(document.createElement("button"), { textContent: kind, title: words[kind] });
      button.setAttribute("aria-label", words[kind]);
      button.addEventListener("click", act);
      return button;
    });
    figure.querySelector(".take").prepend(...made, quoting(figure));
  }
})();

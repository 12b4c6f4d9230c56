// A button that copies the address of a finding or a figure; where nothing may be copied, it is there to be selected.
(() => {
  const words = JSON.parse(document.getElementById("words-data").textContent).copy;
  const button = (name) => {
    const made = document.createElement("button");
    made.className = "copy";
    made.textContent = words.copy;
    made.setAttribute("aria-live", "polite");
    made.addEventListener("click", async () => {
      const address = `${location.href.split("#")[0]}#${name}`;
      try {
        await navigator.clipboard.writeText(address);
        made.textContent = words.copied;
        setTimeout(() => { made.textContent = words.copy; }, 2000);
      } catch {
        const field = Object.assign(document.createElement("input"), { readOnly: true, value: address, className: "address" });
        field.setAttribute("aria-label", words.copy);
        made.replaceWith(field);
        field.focus();
        field.select();
      }
    });
    return made;
  };

  for (const each of document.querySelectorAll(".finding[id]")) each.append(button(each.id));
  for (const each of document.querySelectorAll(".told[id]"))
    document.getElementById(each.id.replace("finding", "rests"))?.querySelector(".evidence-body").append(button(each.id));
  for (const each of document.querySelectorAll("figure.figure[id]")) {
    const row = document.createElement("p");
    row.className = "take";
    row.append(button(each.id));
    const caption = each.querySelector("figcaption");
    if (caption) caption.before(row); else each.append(row);
  }
})();

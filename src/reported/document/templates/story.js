// A mark behind a sentence of the story opens what it rests on, below its paragraph; without this script it leads there.
(() => {
  for (const link of document.querySelectorAll(".rests a")) {
    const opens = document.getElementById(link.hash.slice(1));
    const mark = document.createElement("button");
    mark.append(...link.childNodes);
    mark.setAttribute("aria-controls", opens.id);
    link.replaceWith(mark);
    const tell = () => {
      mark.setAttribute("aria-expanded", opens.open);
      mark.firstChild.textContent = opens.open ? "–" : "+";
    };
    opens.addEventListener("toggle", tell);
    mark.addEventListener("click", () => {
      const open = !opens.open;
      for (const each of opens.parentElement.querySelectorAll(":scope > .evidence")) each.open = open && each === opens;
    });
    tell();
  }
})();

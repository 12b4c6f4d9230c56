// The contents at every width, with the section that is being read marked; and the way back to the top.
(() => {
  const words = JSON.parse(document.getElementById("words-data").textContent).tools;
  const list = document.getElementById("contents-list");
  const bar = document.createElement("nav");
  bar.className = "tools";
  bar.setAttribute("aria-label", words.name);
  document.querySelector("main").before(bar);

  const top = document.createElement("button");
  top.textContent = "↑";
  top.setAttribute("aria-label", words.top);
  top.title = words.top;
  top.addEventListener("click", () => { scrollTo(0, 0); document.querySelector(".skip").focus({ preventScroll: true }); });
  bar.append(top);
  // On a phone it would lie over the first picture: it comes when the reader goes on.
  new IntersectionObserver(([{ isIntersecting }]) => bar.classList.toggle("resting", isIntersecting))
    .observe(document.querySelector(".masthead"));
  if (!list) return;

  // Where there is no room beside the text, the list opens above it.
  if ("popover" in list) {
    const beside = matchMedia("(min-width: 68rem)");
    const opens = document.createElement("button");
    opens.textContent = words.contents;
    opens.className = "to-contents";
    opens.setAttribute("popovertarget", list.id);
    bar.prepend(opens);
    const fit = () => { if (beside.matches) list.removeAttribute("popover"); else list.popover = "auto"; };
    beside.addEventListener("change", fit);
    list.addEventListener("click", (event) => {
      if (event.target.closest("a") && list.popover && list.matches(":popover-open")) list.hidePopover();
    });
    fit();
  }

  const links = new Map([...list.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const seen = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      const link = links.get(target.id);
      if (!isIntersecting) { link.removeAttribute("aria-current"); continue; }
      link.setAttribute("aria-current", "location");
      if (list.scrollHeight > list.clientHeight) list.scrollTop = link.offsetTop - list.clientHeight / 2;
    }
  }, { rootMargin: "-25% 0px -74.9% 0px" });
  for (const name of links.keys()) {
    const place = document.getElementById(name);
    if (place) seen.observe(place);
  }
})();

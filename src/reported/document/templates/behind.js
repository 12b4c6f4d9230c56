// The record lies behind the story: folded here, and opened by a click, a link into it, a hit of the search, or to be printed.
(() => {
  const records = [...document.querySelectorAll("details.record")];
  for (const each of records) each.open = false;
  document.documentElement.classList.remove("folding");

  const open = (place) => {
    for (let each = place.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
  };
  const named = () => {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return null; }
  };
  const follow = () => {
    const place = named();
    if (!place || place.hidden) return;
    open(place);
    place.scrollIntoView();
  };
  addEventListener("hashchange", follow);
  // A link to where the address already points changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link?.hash && link.hash === location.hash) setTimeout(() => event.defaultPrevented || follow());
  });
  // Other scripts have a place shown by an event of this name.
  document.addEventListener("reveal", ({ target }) => {
    open(target);
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  });

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = records.filter((each) => !each.open);
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of folded) each.open = false; });
  follow();
})();

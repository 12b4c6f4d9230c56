// A reference to a claim opens the claim's card where it is read; without this script it leads to the card.
(() => {
  if (!HTMLDialogElement.prototype.showModal) return;
  const words = JSON.parse(document.getElementById("words-data").textContent).evidence;
  const dialog = document.createElement("dialog");
  const close = document.createElement("button");
  const place = document.createElement("a");
  const held = document.createElement("div");
  const foot = document.createElement("p");
  close.textContent = words.close;
  place.textContent = words.to_card;
  held.className = "claim";
  foot.append(place, close);
  dialog.className = "card-here";
  dialog.setAttribute("aria-label", words.card);
  dialog.append(held, foot);
  document.body.append(dialog);

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || link === place || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A link of the text names the card, a mark of a drawing the claim on it.
    const card = document.getElementById(link.getAttribute("href").slice(1))?.closest(".claim");
    if (!card) return;
    event.preventDefault();
    held.replaceChildren(...card.cloneNode(true).childNodes);
    place.href = `#${card.id}`;
    dialog.showModal();
  });
  // Outside the card, on a way out of it, or on its button: it closes, and the reader is back where they were.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target === close || event.target.closest('a[href^="#"]')) dialog.close();
  });
})();

// Keeps an open page new: asks for it again when there is another, puts in another style sheet, and shows what is
// wrong over the last page that could be made. Whatever is said is put in as text, never as markup.
(() => {
  const { page, style } = document.currentScript.dataset;
  const KEPT = 'reported-preview';

  const look = document.createElement('style');
  look.textContent = `
    .preview-says { position: fixed; z-index: 1000; left: 50%; bottom: 0; transform: translateX(-50%); box-sizing: border-box;
      width: min(60rem, 100%); max-height: 50vh; overflow: auto; margin: 0; padding: .8rem 1.1rem; font: 15px/1.45 system-ui, sans-serif;
      color: #1b1b1b; background: #fff4f2; border: solid #b3261e; border-width: 3px 0 0; box-shadow: 0 0 1.5rem #0006; }
    .preview-says b { display: block; color: #8c1d18; }
    .preview-says pre { margin: .4rem 0 0; padding: 0; border: 0; background: none; color: inherit; font: 13.5px/1.5 ui-monospace, monospace;
      white-space: pre-wrap; overflow-wrap: anywhere; }
    .preview-does { position: fixed; z-index: 999; left: .6rem; bottom: .6rem; margin: 0; padding: .15rem .6rem; border-radius: 1rem;
      font: 13px/1.5 system-ui, sans-serif; color: #fff; background: #333d; }
    .preview-says[hidden], .preview-does[hidden] { display: none; }
    .preview-late { opacity: .4; }
    @media (prefers-color-scheme: dark) {
      .preview-says { color: #f3e9e7; background: #2c1614; border-color: #f2b8b5; }
      .preview-says b { color: #f2b8b5; }
    }
    @media print { .preview-says, .preview-does { display: none; } .preview-late { opacity: 1; } }`;
  document.head.append(look);

  const says = document.createElement('section');
  const [head, words] = [document.createElement('b'), document.createElement('pre')];
  says.className = 'preview-says';
  says.setAttribute('role', 'alert');
  says.append(head, words);
  const does = document.createElement('p');
  does.className = 'preview-does';
  does.setAttribute('role', 'status');
  says.hidden = does.hidden = true;
  document.body.append(says, does);

  const doing = (text) => {
    does.textContent = text;
    does.hidden = !text;
  };
  // What is not made anew yet is pale, and named.
  const waiting = (late) => {
    for (const one of document.querySelectorAll('.preview-late')) one.classList.remove('preview-late');
    for (const id of Object.keys(late)) document.getElementById(id)?.classList.add('preview-late');
    const named = [...new Set(Object.values(late))].join(', ');
    return named && `Pale, because not made anew yet: ${named}. `;
  };

  // Where the reader is: the first place of the text that is in sight, and what was opened.
  const remember = () => {
    // Not the contents, which go along with the reader.
    const places = [...document.querySelectorAll('main [id]')].filter((place) => place.checkVisibility() && !place.closest('nav'));
    const first = places.find((place) => place.getBoundingClientRect().top >= 0);
    const open = [...document.querySelectorAll('details[id][open]')].map((one) => one.id);
    const at = first && { id: first.id, top: first.getBoundingClientRect().top };
    sessionStorage.setItem(KEPT, JSON.stringify({ at, open, y: scrollY }));
  };
  const takeUp = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || 'null');
    sessionStorage.removeItem(KEPT);
    if (!kept) return;
    for (const one of document.querySelectorAll('details[id]')) one.open = kept.open.includes(one.id);
    const place = kept.y && kept.at && document.getElementById(kept.at.id);
    const y = place ? scrollY + place.getBoundingClientRect().top - kept.at.top : kept.y;
    scrollTo({ top: y, behavior: 'instant' });
  };
  history.scrollRestoration = 'manual';
  addEventListener('load', takeUp);

  const events = new EventSource(`events?style=${style}`);
  events.onmessage = ({ data }) => {
    const now = JSON.parse(data);
    if (now.page !== page) {
      events.close();
      remember();
      location.reload();
      return;
    }
    const sheet = document.getElementById('preview-style');
    if (now.sheet !== undefined && sheet) sheet.textContent = now.sheet;
    head.textContent = page ? 'This is the last page that could be made. Wrong since then:' : 'No page could be made:';
    if (words.textContent !== now.wrong) words.textContent = now.wrong;
    says.hidden = !now.wrong;
    doing(waiting(now.late) + now.doing);
  };
  events.onerror = () => doing('The preview has ended, or is starting anew.');
})();

  // Single keys, which the reader may switch off.
  const help = document.getElementById("help");
  let at = null;
  const mark = (card) => {
    at = card;
    for (const entry of list.children) {
      entry.classList.toggle("current", entry.dataset.for === card.dataset.number);
    }
  };
  const seen = () => all(".card").filter((card) => !card.hidden && card.checkVisibility());
  const step = (by) => {
    const open = seen();
    if (!open.length) return;
    const here = open.indexOf(document.activeElement.closest(".card") || at);
    const next = here < 0 ? (by > 0 ? 0 : open.length - 1) : here + by;
    const card = open[Math.max(0, Math.min(open.length - 1, next))];
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
  };
  for (const card of cards) card.addEventListener("focusin", () => mark(card));
  const decide = (number) => {
    const card = document.activeElement.closest(".card") || at;
    if (card && !card.hidden) open(card, Object.keys(WORDS)[number - 1]);
  };
  const ACTIONS = {
    "j": () => step(1),
    "k": () => step(-1),
    "/": () => named("text").focus(),
    "?": () => help.showModal(),
    "1": () => decide(1), "2": () => decide(2), "3": () => decide(3), "4": () => decide(4), "5": () => decide(5),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea, dialog");
    if (event.key === "Escape" && event.target === named("text")) { event.target.blur(); return; }
    if (!singleKeys.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!Object.hasOwn(ACTIONS, event.key)) return;
    event.preventDefault();
    ACTIONS[event.key]();
  });
  // In the list of questions the arrows go from one to the next.
  list.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    const links = all("a", list).filter((link) => link.checkVisibility());
    const next = links[links.indexOf(event.target) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  document.getElementById("keys-help").addEventListener("click", () => help.showModal());
  document.getElementById("help-close").addEventListener("click", () => help.close());
  singleKeys.addEventListener("change", save);

  // Which cards are shown, in which order; the address keeps it.
  const texts = new Map(cards.map((card) => [card, card.textContent.toLowerCase().replace(/\s+/g, " ")]));
  const boxes = all("[name=severity]", form);
  const named = (name) => form.elements.namedItem(name);
  const CHOICES = ["family", "source", "decision", "order"];
  const shown = document.getElementById("shown");
  const clear = document.getElementById("clear");
  const list = document.getElementById("glance");
  const entries = new Map([...list.children].map((entry) => [entry.dataset.for, entry]));
  const settled = document.getElementById("settled");
  const singleKeys = document.getElementById("keys");

  const fits = (card, severities, words) => {
    const { severity, family, sources } = card.dataset;
    const decided = isDecided(card) ? "decided" : "open";
    return severities.has(severity)
      && ["", family].includes(named("family").value)
      && (!named("source").value || sources.split(" ").includes(named("source").value))
      && ["", decided].includes(named("decision").value)
      && words.every((word) => texts.get(card).includes(word));
  };
  const firstSource = (card) => Math.min(...card.dataset.sources.split(" ").map((name) => name.split("-")[1]));
  const ORDERS = {
    "": (a, b) => a.dataset.number - b.dataset.number,
    "independent": (a, b) => b.dataset.independent - a.dataset.independent,
    "certainty": (a, b) => b.dataset.certainty - a.dataset.certainty,
    "family": (a, b) => a.dataset.family.localeCompare(b.dataset.family, "en"),
    "source": (a, b) => firstSource(a) - firstSource(b),
    "decision": (a, b) => isDecided(a) - isDecided(b),
    "question": (a, b) => records.get(a).question.localeCompare(records.get(b).question, "en"),
  };
  const inOrder = (some) => {
    const order = ORDERS[named("order").value];
    return [...some].sort((a, b) => order(a, b) || ORDERS[""](a, b));
  };

  const arrange = () => {
    const home = document.getElementById("cards");
    const openCards = inOrder(cards.filter((card) => card.parentElement === home));
    const standing = [...home.children].filter((child) => records.has(child));
    if (openCards.every((card, n) => card === standing[n])) return;
    const held = document.activeElement;
    home.append(...openCards);
    if (settled) home.append(settled);
    if (cards.some((card) => card.contains(held))) held.focus({ preventScroll: true });
    list.append(...openCards.map((card) => entries.get(card.dataset.number)));
  };
  const apply = () => {
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const words = named("text").value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const card of cards) {
      card.hidden = !fits(card, severities, words);
      const entry = entries.get(card.dataset.number);
      if (entry) entry.hidden = card.hidden;
    }
    if (settled) {
      settled.hidden = !all(".card", settled).some((card) => !card.hidden);
      if (named("decision").value === "decided") settled.open = true;
    }
    arrange();
    const left = cards.filter((card) => !card.hidden).length;
    shown.textContent = left + " of " + cards.length + " shown";
    clear.hidden = left === cards.length;
    count();
  };
  const save = () => {
    const state = new URLSearchParams();
    const off = boxes.filter((box) => !box.checked).map((box) => box.value);
    if (off.length) state.set("hide", off.join(" "));
    for (const name of [...CHOICES, "text"]) {
      if (named(name).value) state.set(name, named(name).value);
    }
    if (!singleKeys.checked) state.set("keys", "off");
    const hash = state.toString();
    history.replaceState(null, "", hash ? "#?" + hash : "#");
  };
  const load = () => {
    if (!location.hash.startsWith("#?")) return;
    const state = new URLSearchParams(location.hash.slice(2));
    const off = new Set((state.get("hide") || "").split(" "));
    for (const box of boxes) box.checked = !off.has(box.value);
    for (const name of CHOICES) {
      named(name).value = state.get(name) || "";
      if (named(name).selectedIndex < 0) named(name).value = "";
    }
    named("text").value = state.get("text") || "";
    singleKeys.checked = state.get("keys") !== "off";
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { apply(); save(); });
  clear.addEventListener("click", () => {
    for (const box of boxes) box.checked = true;
    for (const name of ["family", "source", "decision", "text"]) named(name).value = "";
    apply();
    save();
    named("text").focus();
  });
  window.addEventListener("hashchange", () => { load(); apply(); reveal(); });

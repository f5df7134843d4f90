
"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const cards = [...document.querySelectorAll(".card")].map((card) => ({
    card,
    text: card.textContent.toLowerCase().replace(/\s+/g, " "),
  }));
  const boxes = [...form.elements.namedItem("severity")];
  const family = form.elements.namedItem("family");
  const text = form.elements.namedItem("text");
  const keys = form.elements.namedItem("keys");
  const shown = document.getElementById("shown");

  const apply = () => {
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const entry of cards) {
      const { severity, family: kin } = entry.card.dataset;
      entry.card.hidden = !(
        severities.has(severity) &&
        (family.value === "" || family.value === kin) &&
        words.every((word) => entry.text.includes(word))
      );
    }
    const left = cards.filter((entry) => !entry.card.hidden).length;
    shown.textContent = left + " of " + cards.length + " shown";
  };

  const save = () => {
    const state = new URLSearchParams();
    const off = boxes.filter((box) => !box.checked).map((box) => box.value);
    if (off.length) state.set("hide", off.join(" "));
    if (family.value) state.set("family", family.value);
    if (text.value) state.set("text", text.value);
    if (!keys.checked) state.set("keys", "off");
    const hash = state.toString();
    history.replaceState(null, "", hash ? "#?" + hash : "#");
  };

  const load = () => {
    if (!location.hash.startsWith("#?")) return;
    const state = new URLSearchParams(location.hash.slice(2));
    const off = new Set((state.get("hide") || "").split(" "));
    for (const box of boxes) box.checked = !off.has(box.value);
    family.value = state.get("family") || "";
    if (family.selectedIndex < 0) family.value = "";
    text.value = state.get("text") || "";
    keys.checked = state.get("keys") !== "off";
  };

  // A permalink wins over a filter that hides its card.
  const unhide = () => {
    const card = document.querySelector(".card:target");
    if (!card || !card.hidden) return;
    card.hidden = false;
    card.scrollIntoView({ block: "start" });
  };

  const step = (by) => {
    const seen = cards.map((entry) => entry.card).filter((card) => !card.hidden);
    if (!seen.length) return;
    const held = document.activeElement.closest(".card");
    const at = held ? seen.indexOf(held) + by : by > 0 ? 0 : seen.length - 1;
    const next = seen[Math.max(0, Math.min(seen.length - 1, at))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { apply(); save(); });
  window.addEventListener("hashchange", () => { load(); apply(); unhide(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === text) { text.blur(); return; }
    const typing = event.target.closest("input[type=search], select, textarea");
    if (!keys.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); text.focus(); }
  });

  load();
  apply();
  form.hidden = false;
})();

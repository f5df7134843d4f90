  // Decisions: those of the run, and over them those made here, which the browser keeps.
  const STORE = "checker-decisions";
  const FIELDS = ["fingerprint", "question", "verdict", "correct", "reason", "by", "on", "expires", "story", "code", "sources"];
  const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
  const records = new Map(cards.map((card) => [card, JSON.parse(card.dataset.record)]));
  const known = new Map(cards.map((card) => [card, JSON.parse(card.dataset.decision || "null")]));
  const key = (record) => record.fingerprint + " " + (record.story || "");
  const keyOf = (card) => key(records.get(card));

  // null stands for a decision of the run that was taken back here.
  const readStore = () => {
    try { return JSON.parse(localStorage.getItem(STORE)) || {}; } catch { return {}; }
  };
  const stored = readStore();
  const made = new Map(cards.filter((card) => Object.hasOwn(stored, keyOf(card)))
    .map((card) => [card, stored[keyOf(card)]]));
  const write = (card, decision) => {
    const before = decisionOn(card) || null;
    if (decision === null && !known.get(card)) made.delete(card);
    else made.set(card, decision);
    try {
      const whole = readStore();
      if (made.has(card)) whole[keyOf(card)] = decision;
      else delete whole[keyOf(card)];
      localStorage.setItem(STORE, JSON.stringify(whole));
    } catch { /* a browser that keeps nothing still lets people download */ }
    // The review page listens, and writes the file.
    const { fingerprint, story } = records.get(card);
    const detail = { fingerprint, story, before, decision };
    document.dispatchEvent(new CustomEvent("checker-decided", { detail }));
  };
  const decisionOn = (card) => (made.has(card) ? made.get(card) : known.get(card));
  const isDecided = (card) => Boolean(decisionOn(card)) || Boolean(card.closest(".settled"));

  // A line of the file exactly as the program writes it.
  const escape = (sign) => [...Array(sign.length).keys()]
    .map((n) => "\\u" + sign.charCodeAt(n).toString(16).padStart(4, "0")).join("");
  const written = (value) => (Array.isArray(value)
    ? "[" + value.map((one) => JSON.stringify(one)).join(", ") + "]" : JSON.stringify(value));
  const lineOf = (decision) => {
    const pairs = FIELDS.filter((field) => decision[field] && decision[field].length)
      .map((field) => JSON.stringify(field) + ": " + written(decision[field]));
    return ("{" + pairs.join(", ") + "}").replace(UNSEEN, escape);
  };
  const wholeFile = () => {
    const merged = new Map(JSON.parse(document.getElementById("kept").dataset.decisions)
      .map((decision) => [key(decision), decision]));
    for (const [card, decision] of made) {
      if (known.get(card)) merged.delete(key(known.get(card)));
      merged.set(keyOf(card), decision);
    }
    const lines = [...merged.values()].filter(Boolean).map((decision) => lineOf(decision) + "\n");
    return lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join("");
  };
  const download = document.getElementById("download");
  download.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([wholeFile()], { type: "application/jsonl" }));
    link.download = "decisions.jsonl";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });

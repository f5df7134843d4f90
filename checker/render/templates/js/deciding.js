  // The buttons, the form they open, and what is shown of a decision.
  const WORDS = {
    "confirmed": "confirmed", "both-right": "both right", "attributed": "attributed",
    "false-alarm": "false alarm", "wont-fix": "won’t fix",
  };
  const part = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
  const place = (card) => card.querySelector(".ruling");
  const progress = document.getElementById("progress");

  const answersOf = (card) => all(".value", card).map((value) => {
    const copy = value.cloneNode(true);
    copy.querySelector(".letter").remove();
    return copy.textContent.trim();
  });
  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  };

  const showRuled = (card, decision) => {
    const shown = part("ruled");
    const until = decision.expires ? "until " + decision.expires : "";
    const says = {
      verdict: WORDS[decision.verdict] || decision.verdict,
      correct: decision.correct || "",
      reason: decision.reason,
      signed: [decision.by, decision.on, until].filter(Boolean).join(", "),
    };
    for (const [name, words] of Object.entries(says)) {
      shown.querySelector("[data-part=" + name + "]").textContent = words;
    }
    shown.querySelector("[value=change]").addEventListener("click", () => open(card, decision.verdict));
    shown.querySelector("[value=remove]").addEventListener("click", () => {
      write(card, null);
      show(card);
      apply();
      card.focus({ preventScroll: true });
    });
    place(card).replaceChildren(shown);
  };
  const showButtons = (card) => {
    const buttons = part("verdicts");
    for (const button of all("button", buttons)) {
      button.addEventListener("click", () => open(card, button.value));
    }
    // What the baseline knows keeps its words above the buttons.
    const baseline = place(card).querySelector("[data-known]");
    place(card).replaceChildren(...(baseline ? [baseline, buttons] : [buttons]));
  };
  const show = (card) => {
    const decision = decisionOn(card);
    card.classList.toggle("is-decided", Boolean(decision));
    const entry = document.querySelector("#glance [data-for='" + card.dataset.number + "']");
    if (entry) entry.classList.toggle("decided", Boolean(decision));
    if (decision) showRuled(card, decision);
    else showButtons(card);
  };
  const count = () => {
    const decided = cards.filter((card) => decisionOn(card)).length;
    progress.textContent = decided + " of " + cards.length + " decided";
    // An empty file is worth having too, where the last decision was taken back.
    download.disabled = !made.size && !wholeFile();
  };
  const showDecisions = () => { for (const card of cards) show(card); count(); };

  const open = (card, verdict) => {
    const asked = part("decide");
    const before = decisionOn(card) || {};
    const field = (name) => asked.elements.namedItem(name);
    asked.querySelector(".deciding").textContent =
      "Question " + card.dataset.number + ": " + WORDS[verdict];
    const confirmed = verdict === "confirmed";
    asked.querySelector(".correct-field").hidden = !confirmed;
    field("correct").required = confirmed;
    for (const answer of answersOf(card)) {
      asked.querySelector("datalist").append(new Option(answer, answer));
    }
    let by = "";
    try { by = localStorage.getItem(STORE + "-by") || ""; } catch { /* none kept */ }
    field("correct").value = before.correct || "";
    field("reason").value = before.reason || "";
    field("by").value = before.by || by;
    field("expires").value = before.expires || "";
    const leave = () => { show(card); card.focus({ preventScroll: true }); };
    asked.querySelector("[value=cancel]").addEventListener("click", leave);
    asked.addEventListener("keydown", (event) => { if (event.key === "Escape") leave(); });
    asked.addEventListener("submit", (event) => {
      event.preventDefault();
      const said = (name) => field(name).value.trim();
      if (!said("reason") || (confirmed && !said("correct"))) return;
      const decision = {
        ...records.get(card), verdict, correct: confirmed ? said("correct") : "",
        reason: said("reason"), by: said("by"), on: today(), expires: said("expires"),
      };
      try { localStorage.setItem(STORE + "-by", decision.by); } catch { /* not kept */ }
      write(card, decision);
      show(card);
      apply();
      count();
      card.focus({ preventScroll: true });
    });
    place(card).replaceChildren(asked);
    field(confirmed ? "correct" : "reason").focus();
  };

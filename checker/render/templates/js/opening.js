  // A link may lead into something folded away or filtered out; it wins over both.
  const reveal = () => {
    if (!location.hash || location.hash.startsWith("#?")) return;
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    if (!target) return;
    const card = target.closest(".card");
    const shut = all("details").filter((one) => one.contains(target) && !one.open);
    if (!(card && card.hidden) && !shut.length) return;
    if (card) card.hidden = false;
    for (const one of shut) one.open = true;
    target.scrollIntoView({ block: card ? "start" : "center" });
  };
  window.addEventListener("hashchange", reveal);
  reveal();

  // Query texts to the clipboard, by the old way where the new one is not allowed.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  };
  for (const button of all("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = button.closest(".query").querySelector("pre").textContent;
      const word = button.firstChild;
      word.data = (await copy(text.trim())) ? "Copied" : "Select it by hand";
      setTimeout(() => { word.data = "Copy"; }, 2000);
    });
  }

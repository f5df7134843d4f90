  // The index of several stories: find one by its words.
  const finder = document.getElementById("find-story");
  if (finder) {
    const rows = all(".index tbody tr").map((row) => [row, row.textContent.toLowerCase()]);
    const find = () => {
      const words = finder.elements.namedItem("text").value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
      const left = rows.filter(([row]) => !row.hidden).length;
      document.getElementById("found").textContent = left + " of " + rows.length + " shown";
    };
    finder.addEventListener("submit", (event) => event.preventDefault());
    finder.addEventListener("input", find);
    finder.hidden = false;
    find();
  }

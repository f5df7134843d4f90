"use strict";
// Hands decisions made in the page to the server, one after the other; the page says when.
(() => {
  // The file holds what was decided: what a browser kept of an earlier page would hide it.
  try { localStorage.removeItem("checker-decisions"); } catch { /* nothing is kept here */ }
  const tell = (words) => {
    let place = document.getElementById("saved");
    if (!place) {
      place = document.createElement("p");
      place.id = "saved";
      place.setAttribute("role", "status");
      const progress = document.getElementById("progress");
      if (progress) progress.after(place);
      else document.body.prepend(place);
    }
    place.textContent = words;
  };
  const fail = (words, reload) => {
    tell(words);
    alert(words);
    if (reload) location.reload();
  };
  const send = async (detail) => {
    let answer;
    try {
      answer = await fetch("/decisions", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(detail),
      });
    } catch {
      fail("Not saved: the review has ended. Start `checker review` again.", false);
      return;
    }
    if (answer.ok) { tell("Saved in " + (await answer.json()).file); return; }
    let error = "the server refused it";
    try { error = (await answer.json()).error; } catch { /* no words came with it */ }
    fail("Not saved: " + error, answer.status === 409);
  };
  let queue = Promise.resolve();
  document.addEventListener("checker-decided", (event) => {
    queue = queue.then(() => send(event.detail));
  });
})();

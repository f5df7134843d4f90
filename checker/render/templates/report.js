"use strict";
(() => {
  const form = document.getElementById("filters");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const cards = all(".card");
{% include "js/copying.js" %}
{% include "js/opening.js" %}
{% include "js/stories.js" %}
  if (!form) return;
{% include "js/decisions.js" %}
{% include "js/deciding.js" %}
{% include "js/filters.js" %}
{% include "js/keys.js" %}
  load();
  showDecisions();
  apply();
  form.hidden = false;
  document.getElementById("office").hidden = false;
  if (matchMedia("(min-width: 70rem)").matches) document.querySelector(".glance").open = true;
})();

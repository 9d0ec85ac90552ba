"use strict";
(function () {
  const root = document.documentElement;
  for (const box of document.querySelectorAll("fieldset input")) {
    box.addEventListener("change", () => root.classList.toggle("off-" + box.value, !box.checked));
  }
  let hot = [];
  function show(event) {
    const mark = event.target.closest && event.target.closest("[data-c]");
    for (const old of hot) { old.classList.remove("hot"); }
    hot = mark ? Array.from(document.querySelectorAll('[data-c="' + mark.dataset.c + '"]')) : [];
    for (const part of hot) { part.classList.add("hot"); }
  }
  document.addEventListener("mouseover", show);
  document.addEventListener("focusin", show);
}());

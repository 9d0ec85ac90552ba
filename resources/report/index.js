"use strict";
(function () {
  const table = document.querySelector("table");
  const body = table.tBodies[0];
  function value(row, column, kind) {
    const cell = row.cells[column];
    if (!cell || cell.colSpan > 1) { return null; }
    return kind === "number" ? Number(cell.dataset.value) : cell.textContent;
  }
  function sort(button, order) {
    const head = button.parentElement;
    const falls = order === "ascending" ? 1 : -1;
    const kind = button.dataset.sort;
    const rows = Array.from(body.rows);
    rows.sort((a, b) => {
      const x = value(a, head.cellIndex, kind), y = value(b, head.cellIndex, kind);
      if (x === null || y === null) { return (x === null) - (y === null); }
      return falls * (kind === "number" ? x - y : x.localeCompare(y));
    });
    for (const other of table.tHead.rows[0].cells) { other.setAttribute("aria-sort", "none"); }
    head.setAttribute("aria-sort", order);
    body.append(...rows);
  }
  const buttons = Array.from(table.querySelectorAll("th button"));
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const before = button.parentElement.getAttribute("aria-sort");
      const order = before === "descending" ? "ascending" : "descending";
      sort(button, order);
      location.replace("#" + order + "=" + encodeURIComponent(button.textContent));
    });
  }
  // The order stays the chosen one when the page is loaded again, as it is while a batch is running.
  const chosen = /^#(ascending|descending)=(.*)$/.exec(location.hash);
  const again = chosen && buttons.find((b) => b.textContent === decodeURIComponent(chosen[2]));
  if (again) { sort(again, chosen[1]); }
}());

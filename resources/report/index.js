"use strict";
(function () {
  const table = document.querySelector("table");
  const body = table.tBodies[0];
  function value(row, column, kind) {
    const cell = row.cells[column];
    if (!cell || cell.colSpan > 1) { return kind === "number" ? -Infinity : ""; }
    return kind === "number" ? Number(cell.dataset.value) : cell.textContent;
  }
  for (const button of table.querySelectorAll("th button")) {
    button.addEventListener("click", () => {
      const head = button.parentElement;
      const falls = head.getAttribute("aria-sort") === "descending" ? 1 : -1;
      const kind = button.dataset.sort;
      const rows = Array.from(body.rows);
      rows.sort((a, b) => {
        const x = value(a, head.cellIndex, kind), y = value(b, head.cellIndex, kind);
        return falls * (kind === "number" ? x - y : x.localeCompare(y));
      });
      for (const other of table.tHead.rows[0].cells) { other.setAttribute("aria-sort", "none"); }
      head.setAttribute("aria-sort", falls > 0 ? "ascending" : "descending");
      body.append(...rows);
    });
  }
}());

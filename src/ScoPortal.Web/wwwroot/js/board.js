// The board by keyboard: arrows move from cell to cell, x picks a story, Escape drops what is picked.
const board = document.querySelector("table[data-board]");
if (board) {
  const rows = [...board.tBodies[0].rows];
  const boxes = rows.map(row => row.querySelector("input[type=checkbox]"));
  const all = board.querySelector("[data-all]");
  const stops = row => [...row.querySelectorAll("input[type=checkbox], a")];
  const pick = wanted => boxes.forEach(box => { box.checked = wanted; });

  all.addEventListener("change", () => pick(all.checked));
  boxes.forEach(box => box.addEventListener("change", () => { all.checked = boxes.every(each => each.checked); }));

  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    const y = rows.findIndex(row => row.contains(event.target));
    if (event.key === "Escape" && boxes.some(box => box.checked)) {
      pick(false);
      all.checked = false;
    }
    else if (y < 0) {
      if (event.key !== "ArrowDown" || event.target !== document.body) return;
      stops(rows[0])[1].focus();
    }
    else if (event.code === "KeyX" && isOn()) boxes[y].click();
    else if (!move(event.key, y, stops(rows[y]).indexOf(event.target))) return;
    event.preventDefault();
  });

  // Single letters can be turned off: shortcuts.js keeps that.
  function isOn() {
    try {
      return localStorage.getItem("scoportal.shortcuts") !== "off";
    } catch {
      return true;
    }
  }

  function move(key, y, x) {
    const forward = document.dir === "rtl" ? -1 : 1;
    const to = { ArrowUp: [y - 1, x], ArrowDown: [y + 1, x], ArrowLeft: [y, x - forward], ArrowRight: [y, x + forward] }[key];
    const stop = to && rows[to[0]] && stops(rows[to[0]])[to[1]];
    stop?.focus();
    return Boolean(to);
  }
}

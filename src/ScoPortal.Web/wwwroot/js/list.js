// Lists by keyboard: j and k move, x picks, Enter or e opens. A box in the head picks all.
const list = document.querySelector("table[data-list]");
if (list) {
  const rows = [...list.tBodies[0].rows];
  const all = list.querySelector("[data-all]");
  const boxes = rows.map(row => row.querySelector("input[type=checkbox]"));
  const link = row => row.querySelector("th a");
  const current = () => rows.findIndex(row => row.contains(document.activeElement));
  const move = step => {
    const at = current();
    link(rows[Math.min(Math.max(at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step, 0), rows.length - 1)]).focus();
  };

  all.addEventListener("change", () => boxes.forEach(box => { box.checked = all.checked; }));
  boxes.forEach(box => box.addEventListener("change", () => { all.checked = boxes.every(each => each.checked); }));

  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = current();
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "x" && at >= 0) boxes[at].click();
    else if (event.key === "e" && at >= 0) link(rows[at]).click();
    else return;
    event.preventDefault();
  });
}

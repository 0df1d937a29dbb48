// A release that was found is linked by dragging it onto its language. The buttons beside it do the same.
const slots = document.querySelector(".slots");
const problem = document.querySelector("[data-drag-problem]");
const hint = document.querySelector("[data-drag-hint]");
let dragged = null;

if (hint) hint.hidden = false;
for (const row of document.querySelectorAll("[data-drag]")) {
  if (!row.querySelector("form[data-link]")) continue;
  row.draggable = true;
  row.addEventListener("dragstart", event => {
    dragged = row;
    event.dataTransfer.effectAllowed = "link";
    event.dataTransfer.setData("text/plain", row.querySelector("a").textContent.trim());
    slots.dataset.dragging = row.dataset.drag;
    row.dataset.dragged = "";
  });
  row.addEventListener("dragend", () => {
    dragged = null;
    delete slots.dataset.dragging;
    delete row.dataset.dragged;
  });
}

for (const slot of slots.querySelectorAll("[data-slot]")) {
  slot.addEventListener("dragover", event => {
    if (!dragged) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "link";
    slot.dataset.over = slot.dataset.slot === dragged.dataset.drag ? "fits" : "wrong";
  });
  slot.addEventListener("dragleave", () => { delete slot.dataset.over; });
  slot.addEventListener("drop", event => {
    if (!dragged) return;
    event.preventDefault();
    delete slot.dataset.over;
    if (slot.dataset.slot === dragged.dataset.drag) dragged.querySelector("form[data-link]").requestSubmit();
    else problem.textContent = slots.dataset.textWrong;
  });
}

// Suggested pairs by keyboard: j and k move, a, r, l and e press the buttons of the pair in focus, Enter opens both texts.
const pairs = [...document.querySelectorAll(".candidate")];
const key = "scoportal.next-pair";
let afterG = 0;

function isOff() {
  try {
    return localStorage.getItem("scoportal.shortcuts") === "off";
  } catch {
    return true;
  }
}

// Back on the list after a decision, the pair behind it is next.
const next = sessionStorage.getItem(key);
sessionStorage.removeItem(key);
if (next !== null) (document.getElementById(next) ?? pairs[0])?.focus();

for (const pair of pairs)
  pair.addEventListener("submit", () => sessionStorage.setItem(key, pairs[pairs.indexOf(pair) + 1]?.id ?? ""));

document.addEventListener("keydown", event => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isOff() || document.querySelector("dialog[open]")) return;
  // "g r" leads to the releases, and rejects nothing.
  const isSecond = event.timeStamp - afterG < 1500 && afterG > 0;
  afterG = event.key === "g" && !isSecond ? event.timeStamp : 0;
  if (isSecond) return;
  const at = pairs.findIndex(pair => pair.contains(document.activeElement));
  const pair = pairs[at] ?? (pairs.length === 1 ? pairs[0] : undefined);
  if (event.key === "j") pairs[Math.min(at + 1, pairs.length - 1)]?.focus();
  else if (event.key === "k") pairs[Math.max(at - 1, 0)]?.focus();
  else if (event.key === "Enter" && document.activeElement === pair && pair?.dataset.open) location.assign(pair.dataset.open);
  else if (/^[arle]$/.test(event.key) && pair?.querySelector(`[data-act="${event.key}"]`)) pair.querySelector(`[data-act="${event.key}"]`).click();
  else return;
  event.preventDefault();
});

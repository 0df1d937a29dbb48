// Keyboard shortcuts of the desk. The keys stand in the page: data-keys in the dialog's list, data-shortcut on what a page
// offers itself. Single letters never act while something is typed, and can be turned off (WCAG 2.1.4).
const setting = "scoportal.shortcuts";
const dialog = document.getElementById("shortcuts");
const switchOn = document.getElementById("shortcuts-on");
const patience = 1500;
let first = "";
let timer = 0;

function stored(value) {
  try {
    if (value) localStorage.setItem(setting, value);
    return localStorage.getItem(setting);
  } catch {
    return null;
  }
}

const isTyping = target => target instanceof Element && target.closest("input, textarea, select, [contenteditable]:not([contenteditable=false])") !== null;
const find = keys => [...document.querySelectorAll("[data-shortcut]")].find(e => e.dataset.shortcut === keys && !e.disabled && e.getClientRects().length > 0);
const isKnown = keys => find(keys) || dialog.querySelector(`[data-keys="${CSS.escape(keys)}"]`);
const startsSome = key => [...document.querySelectorAll("[data-shortcut], [data-keys]")].some(e => (e.dataset.shortcut ?? e.dataset.keys).startsWith(key + " "));

function showHelp() {
  const own = [...document.querySelectorAll("[data-shortcut]")].filter(e => e.getClientRects().length > 0);
  const here = document.getElementById("shortcuts-here");
  here.hidden = own.length === 0;
  here.querySelector("ul").replaceChildren(...own.map(element => {
    const item = document.createElement("li");
    const keys = document.createElement("span");
    keys.className = "keys-of";
    keys.append(...element.dataset.shortcut.split(/[ +]/).map(part => Object.assign(document.createElement("kbd"), { textContent: part })));
    item.append(keys, " " + (element.dataset.shortcutText ?? element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent).trim());
    return item;
  }));
  switchOn.checked = stored() !== "off";
  dialog.showModal();
}

function act(keys) {
  const own = find(keys);
  if (own) {
    if (own.matches("a, button, summary")) own.click();
    else own.focus();
    return true;
  }
  if (keys === "?") {
    showHelp();
    return true;
  }
  if (keys === "/") {
    const search = document.querySelector("main input[type=search], main .filters input:not([type=hidden]), main .filters select");
    search?.focus();
    return search !== null;
  }
  const link = dialog.querySelector(`a[data-keys="${CSS.escape(keys)}"]`);
  if (link) location.assign(link.href);
  return link !== null;
}

function pressed(event) {
  const name = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  if (event.ctrlKey || event.metaKey) return event.altKey || event.shiftKey ? "" : "Ctrl+" + name;
  return event.altKey || event.key.length !== 1 ? "" : event.key.toLowerCase();
}

addEventListener("keydown", event => {
  const key = pressed(event);
  if (!key || event.defaultPrevented || event.isComposing || event.repeat || document.querySelector("dialog[open]")) return;
  const withCtrl = key.startsWith("Ctrl+");
  if (!withCtrl && (isTyping(event.target) || stored() === "off")) return;

  const keys = first && !withCtrl ? `${first} ${key}` : key;
  first = "";
  clearTimeout(timer);
  if (isKnown(keys) && act(keys)) event.preventDefault();
  else if (!withCtrl && startsSome(key)) {
    first = key;
    timer = setTimeout(() => { first = ""; }, patience);
  }
});

switchOn.addEventListener("change", () => stored(switchOn.checked ? "on" : "off"));
for (const help of document.querySelectorAll("[data-shortcut-help]"))
  help.addEventListener("click", event => {
    event.preventDefault();
    showHelp();
  });

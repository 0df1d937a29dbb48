// Pasting wire text: the fields follow the text while it is typed, files can be dropped, and what was typed outlives a
// closed tab and a session that has ended.
const form = document.getElementById("wire");
const text = form.querySelector("textarea[name=Text]");
const files = form.querySelector("input[type=file]");
const status = document.getElementById("wire-status");
const part = document.getElementById("recognised");
const store = `scoportal.wire.${form.dataset.account}`;
const longest = 300_000;
const pause = 500;
let timer = 0;
let newest = 0;

// What was put right by hand, by name; a box among several by name and value.
let corrected = {};

function keep() {
  try {
    if (text.value) localStorage.setItem(store, JSON.stringify({ text: text.value, corrected }));
    else localStorage.removeItem(store);
  } catch {
    // A text larger than the browser keeps stays in the page.
  }
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(store));
  } catch {
    return null;
  }
}

const controls = () => [...part.querySelectorAll("[name]:not([type=hidden])")];
const nameOf = control => control.type === "checkbox" ? `${control.name}=${control.value}` : control.name;

function correct() {
  for (const control of controls()) {
    const value = corrected[nameOf(control)];
    if (value === undefined) continue;
    if (control.type === "checkbox") control.checked = value;
    else control.value = value;
  }
}

// What was put right by hand stays, whatever is recognised now.
function replace(html) {
  const focused = part.contains(document.activeElement) ? document.activeElement.id : null;
  part.replaceChildren(document.createRange().createContextualFragment(html));
  correct();
  if (focused) document.getElementById(focused)?.focus();
}

async function recognise() {
  const turn = ++newest;
  if (!text.value.trim()) corrected = {};
  keep();
  if (!text.value.trim() || text.value.length > longest) return;
  status.textContent = form.dataset.reading;
  try {
    const answer = await fetch(form.dataset.recognition, {
      method: "POST",
      redirect: "error",
      headers: { RequestVerificationToken: form.querySelector("[name=__RequestVerificationToken]").value },
      body: new URLSearchParams({ Text: text.value }),
    });
    if (!answer.ok) throw new Error(answer.statusText);
    const html = await answer.text();
    if (turn !== newest) return;
    replace(html);
    status.textContent = form.dataset.done;
  } catch {
    if (turn === newest) status.textContent = form.dataset.failed;
  }
}

function later() {
  newest++;
  clearTimeout(timer);
  timer = setTimeout(recognise, pause);
}

text.addEventListener("input", later);

part.addEventListener("input", ({ target }) => {
  if (!target.name) return;
  corrected[nameOf(target)] = target.type === "checkbox" ? target.checked : target.value;
  keep();
});

form.addEventListener("dragover", event => {
  if (event.dataTransfer.types.includes("Files")) event.preventDefault();
});
form.addEventListener("drop", event => {
  if (event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  files.files = event.dataTransfer.files;
  form.requestSubmit(form.querySelector("[formaction$='/files']"));
});

const before = kept();
if (text.value) {
  if (before?.text === text.value) {
    corrected = before.corrected;
    correct();
  }
  keep();
} else if (before) {
  ({ text: text.value, corrected } = before);
  await recognise();
  // It has become a release: nothing is lost by clearing the table.
  if (part.querySelector("[data-known]")) {
    text.value = "";
    part.replaceChildren();
    status.textContent = "";
    corrected = {};
    keep();
  } else status.textContent = form.dataset.restored;
}

// Pasting wire text: the fields follow the text while it is typed, files can be dropped, and what was typed outlives a
// closed tab and a session that has ended.
const form = document.getElementById("wire");
const text = form.querySelector("textarea[name=Text]");
const files = form.querySelector("input[type=file]");
const status = document.getElementById("wire-status");
const part = document.getElementById("recognised");
const store = "scoportal.wire";
const longest = 300_000;
const pause = 500;
let timer = 0;
let newest = 0;

function keep(value) {
  try {
    if (value) sessionStorage.setItem(store, value);
    else sessionStorage.removeItem(store);
  } catch {
    // A text larger than the browser keeps stays in the page.
  }
}

function kept() {
  try {
    return sessionStorage.getItem(store);
  } catch {
    return null;
  }
}

const controls = () => [...part.querySelectorAll("[name]:not([type=hidden])")];
const isTouched = control => control.type === "checkbox" ? control.checked !== control.defaultChecked
  : control instanceof HTMLSelectElement ? [...control.options].some(o => o.selected !== o.defaultSelected)
  : control.value !== control.defaultValue;
const same = (a, b) => a.name === b.name && (a.type !== "checkbox" || a.value === b.value);

// What was put right by hand stays, whatever is recognised now.
function replace(html) {
  const touched = controls().filter(isTouched);
  const focused = part.contains(document.activeElement) ? document.activeElement.id : null;
  part.replaceChildren(document.createRange().createContextualFragment(html));
  for (const old of touched) {
    const now = controls().find(c => same(c, old));
    if (now?.type === "checkbox") now.checked = old.checked;
    else if (now) now.value = old.value;
  }
  if (focused) document.getElementById(focused)?.focus();
}

async function recognise() {
  const turn = ++newest;
  keep(text.value);
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
if (text.value) keep(text.value);
else if (before) {
  text.value = before;
  await recognise();
  // It has become a release: nothing is lost by clearing the table.
  if (part.querySelector("[data-known]")) {
    text.value = "";
    part.replaceChildren();
    status.textContent = "";
    keep("");
  } else status.textContent = form.dataset.restored;
}

// Pasting wire text: the fields follow the text while it is typed, files can be dropped, and what was typed outlives a
// closed tab and a session that has ended.
import { Marks } from "./wire-marks.js";
import { Takes } from "./wire-take.js";

const form = document.getElementById("wire");
const text = form.querySelector("textarea[name=Text]");
// What a file said around its text, and the file itself, which does not change and is kept apart.
const carried = ["FileName", "Around", "SourceType"].map(name => form.elements.namedItem(name));
const source = form.elements.namedItem("SourceFile");
const files = form.querySelector("input[type=file]");
const status = document.getElementById("wire-status");
const part = document.getElementById("recognised");
const store = `scoportal.wire.${form.dataset.account}`;
const sourceStore = `${store}.source`;
const longest = 300_000;
const pause = 500;
let timer = 0;
let newest = 0;

// What was put right by hand, by name; a box among several by name and value.
let corrected = {};

const marks = new Marks(part, { own: form.dataset.own, added: form.dataset.added, leftOut: form.dataset.leftOut });
const takes = new Takes(part, marks, {
  ask: (field, start, length) => send(form.dataset.selection, {
    Field: field, Text: text.value, Start: start, Length: length,
    Body: part.querySelector("[name='Form.Body']").value, Wires: part.querySelector("[name='Form.Wires']").value, IsMarkdown: marks.original.dataset.markdown,
  }).then(answer => answer.json()).catch(() => {
    status.textContent = form.dataset.failed;
    return null;
  }),
  changed(control, ...former) {
    const before = corrected[control.name];
    if (former.length === 0) corrected[control.name] = control.value;
    else if (former[0] === undefined) delete corrected[control.name];
    else corrected[control.name] = former[0];
    own(control);
    keep();
    return before;
  },
  say(kind, words) {
    status.textContent = kind === "told" ? words : form.dataset[kind].replace("{0}", words);
  },
});

function keep() {
  try {
    if (text.value) localStorage.setItem(store, JSON.stringify({ text: text.value, carried: Object.fromEntries(carried.map(c => [c.name, c.value])), corrected, taken: takes.taken }));
    else localStorage.removeItem(store);
  } catch {
    // A text larger than the browser keeps stays in the page.
  }
}

function keepSource() {
  try {
    localStorage.removeItem(sourceStore);
    if (source.value) localStorage.setItem(sourceStore, source.value);
  } catch {
    // A file larger than the browser keeps stays in the page.
  }
}

function keptSource() {
  try {
    return localStorage.getItem(sourceStore) ?? "";
  } catch {
    return "";
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
const nameOf = control => ["checkbox", "radio"].includes(control.type) ? `${control.name}=${control.value}` : control.name;

// A field that was put right by hand says so.
function own(control) {
  const field = control.closest("[data-wire]");
  if (!field) return;
  if (nameOf(control) in corrected) field.dataset.own = form.dataset.own;
  else delete field.dataset.own;
}

function correct() {
  for (const control of controls()) {
    const value = corrected[nameOf(control)];
    if (value === undefined) continue;
    if (typeof value === "boolean") control.checked = value;
    else control.value = value;
    own(control);
  }
  takes.begin();
}

function remember({ corrected: values, taken }) {
  corrected = values;
  takes.taken = taken ?? [];
}

function forget() {
  corrected = {};
  for (const control of [...carried, source]) control.value = "";
  keepSource();
  takes.forget();
}

async function send(address, fields) {
  const answer = await fetch(address, {
    method: "POST",
    redirect: "error",
    headers: { RequestVerificationToken: form.querySelector("[name=__RequestVerificationToken]").value },
    body: new URLSearchParams(fields),
  });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer;
}

// What was put right by hand stays, whatever is recognised now.
function replace(html) {
  const focused = part.contains(document.activeElement) ? document.activeElement.id : null;
  part.replaceChildren(document.createRange().createContextualFragment(html));
  correct();
  if (focused) document.getElementById(focused)?.focus();
}

// Letters that were read in a wrong encoding somewhere: what is kept is what stands here.
function repair() {
  const repaired = part.querySelector("template[data-repaired]");
  if (!repaired) return;
  const behind = text.value.length - text.selectionEnd;
  text.value = repaired.content.textContent;
  text.selectionEnd = text.selectionStart = Math.max(text.value.length - behind, 0);
  keep();
}

async function recognise() {
  const turn = ++newest;
  if (!text.value.trim()) forget();
  keep();
  if (!text.value.trim() || text.value.length > longest) return;
  status.textContent = form.dataset.reading;
  try {
    const html = await (await send(form.dataset.recognition, {
      Text: text.value,
      ...Object.fromEntries(carried.map(c => [c.name, c.value])),
      // Enough to say that it is there.
      SourceFile: source.value.slice(0, 4),
    })).text();
    if (turn !== newest) return;
    replace(html);
    repair();
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
  if (target.type === "radio")
    for (const other of controls()) if (other.name === target.name) delete corrected[nameOf(other)];
  corrected[nameOf(target)] = ["checkbox", "radio"].includes(target.type) ? target.checked : target.value;
  own(target);
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
  if (before?.text === text.value) remember(before);
  correct();
  keep();
  keepSource();
} else if (before) {
  text.value = before.text;
  for (const control of carried) control.value = before.carried?.[control.name] ?? "";
  source.value = keptSource();
  remember(before);
  await recognise();
  // It has become a release: nothing is lost by clearing the table.
  if (part.querySelector("[data-known]")) {
    text.value = "";
    part.replaceChildren();
    status.textContent = "";
    forget();
    keep();
  } else status.textContent = form.dataset.restored;
}

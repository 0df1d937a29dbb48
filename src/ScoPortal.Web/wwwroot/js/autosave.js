// Keeps what is typed: at once in this browser, after a pause on the server. Neither is saving.
import { Expired, fieldNames, renew, typed } from "./editor-send.js";

const pause = 2000, again = 15000;

export const autosave = (form, post) => {
  const { editor, account, revision, mine, unsaved, copyAt, workingCopy, textSaving, textOffline } = form.dataset;
  const key = `scoportal.release.${editor}.${account}`;
  const status = document.querySelector("[data-status]"), offer = document.querySelector("[data-local]"), older = document.querySelector("[data-unsaved]:not(form)");
  const note = form.elements.Note;
  let timer = 0, leaving = false, dirty = false;

  const stored = () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const forget = () => { try { localStorage.removeItem(key); } catch { /* Private windows may have no storage. */ } };
  const fields = () => Object.fromEntries([...fieldNames, "BasedOn"].map(name => [name, form.elements[name].value]));
  const keepHere = (submitted = false) => { try { localStorage.setItem(key, JSON.stringify({ at: Date.now(), submitted, note: note.value, fields: fields() })); } catch { /* Full or forbidden: the server has it. */ } };
  const same = kept => fieldNames.every(name => kept[name] === undefined || kept[name] === form.elements[name].value);

  const keepThere = async () => {
    clearTimeout(timer);
    if (leaving) return;
    status.value = textSaving;
    try {
      const response = await post(workingCopy, typed(form));
      if (!response.ok) throw new Error(response.status);
      const answer = await response.json();
      dirty = false;
      status.value = answer.text;
      if (!answer.unsaved) forget();
    } catch (failure) {
      status.value = textOffline;
      if (!(failure instanceof Expired)) timer = setTimeout(keepThere, again);
    }
  };

  const changed = () => {
    dirty = true;
    offer.hidden = true;
    keepHere();
    clearTimeout(timer);
    timer = setTimeout(keepThere, pause);
  };
  form.addEventListener("input", changed);
  note.addEventListener("input", () => keepHere());

  form.addEventListener("submit", event => {
    if (event.submitter?.hasAttribute("formtarget")) return;
    leaving = true;
    clearTimeout(timer);
    keepHere(true);
  });
  addEventListener("pageshow", event => { if (event.persisted) leaving = false; });
  addEventListener("pagehide", () => {
    if (!dirty || leaving) return;
    const data = typed(form);
    data.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    // What is too long for a beacon is in this browser.
    navigator.sendBeacon(workingCopy, data);
  });
  document.querySelector("[data-again]").addEventListener("click", async () => {
    await renew(form).catch(() => {});
    keepThere();
  });

  const kept = stored();
  if (!kept) return;
  if (same(kept.fields)) {
    if (!unsaved) forget();
    else note.value ||= kept.note ?? "";
    return;
  }
  // Sent, and the newest revision came of it, merged perhaps with somebody else's.
  if (kept.submitted && !older && mine && Number(revision) > Number(kept.fields.BasedOn)) return forget();
  // The copy on the server is offered by the page; this one only when it is the younger one.
  if (older && Number(copyAt) >= kept.at - 5000) return;
  if (older) older.hidden = true;
  offer.hidden = false;
  const text = offer.querySelector("[data-local-text]");
  text.textContent = `${text.dataset.text} ${new Date(kept.at).toLocaleString(document.documentElement.lang)}`;
  offer.querySelector("[data-local-use]").addEventListener("click", () => {
    for (const [name, value] of Object.entries(kept.fields)) if (form.elements[name]) form.elements[name].value = value;
    note.value = kept.note ?? "";
    form.dispatchEvent(new Event("input", { bubbles: true }));
    form.elements.Body.focus();
  });
  offer.querySelector("[data-local-drop]").addEventListener("click", () => {
    forget();
    offer.hidden = true;
    const discard = document.querySelector("form[data-discard]");
    if (discard) discard.requestSubmit();
  });
};

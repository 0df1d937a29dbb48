// Keeps what is typed: at once in this browser, after a pause on the server. Neither is saving. What was kept before and is
// offered stays untouched until somebody has decided about it.
import { fieldNames, renew, typed } from "./editor-send.js";

const pause = 2000, again = 15000;

export const autosave = (form, post, writable) => {
  const { editor, account, revision, mine, unsaved, copyAt, workingCopy, textSaving, textOffline, textUndecided } = form.dataset;
  // One entry for every editor that was ever open: two of the same person do not overwrite each other.
  const prefix = `scoportal.release.${editor}.${account}`, own = `${prefix}.${Date.now()}.${Math.random()}`;
  const status = document.querySelector("[data-status]"), offer = document.querySelector("[data-local]"), server = document.querySelector("[data-unsaved]:not(form)");
  const note = form.elements.Note;
  let timer = 0, leaving = false, dirty = false, refused = false, sending = false, older = server, undecided = older !== null, seen = copyAt ?? "", sent = null;

  const stored = key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const entries = () => { try { return Object.keys(localStorage).filter(key => key === prefix || key.startsWith(`${prefix}.`)); } catch { return []; } };
  const forget = (key = own) => { try { localStorage.removeItem(key); } catch { /* Private windows may have no storage. */ } };
  const fields = () => Object.fromEntries([...fieldNames, "BasedOn"].map(name => [name, form.elements[name].value]));
  const keepHere = (submitted = false, left = false) => { try { localStorage.setItem(own, JSON.stringify({ at: Date.now(), submitted, left, seen: String(seen), note: note.value, fields: fields() })); } catch { /* Full or forbidden: the server has it. */ } };
  const same = kept => fieldNames.every(name => kept[name] === undefined || kept[name] === form.elements[name].value);
  const letter = () => { const data = typed(form); data.set("Seen", seen); return data; };
  const stands = data => [...fieldNames, "BasedOn"].every(name => data.get(name) === form.elements[name].value);

  const keepThere = async () => {
    clearTimeout(timer);
    if (leaving || refused || undecided || sending) return;
    status.value = textSaving;
    sending = true;
    try {
      // What was sent without an answer goes out once more as it was: had it arrived, the server knows it again.
      sent ??= letter();
      const response = await post(workingCopy, sent);
      if (response.status === 409) {
        refused = true;
        status.value = (await response.json()).text;
        return;
      }
      if (!response.ok) {
        sent = null;
        throw new Error(response.status);
      }
      const answer = await response.json();
      seen = answer.at ?? "";
      status.value = answer.text;
      if (stands(sent)) {
        dirty = false;
        forget();
      } else timer = setTimeout(keepThere, pause);
      sent = null;
    } catch {
      status.value = textOffline;
      timer = setTimeout(keepThere, again);
    } finally {
      sending = false;
    }
  };

  const changed = () => {
    dirty = true;
    keepHere();
    if (undecided) status.value = textUndecided;
    clearTimeout(timer);
    timer = setTimeout(keepThere, pause);
  };

  if (writable) {
    form.addEventListener("input", changed);
    note.addEventListener("input", () => keepHere());
    form.addEventListener("submit", event => {
      if (event.submitter?.hasAttribute("formtarget")) return;
      leaving = true;
      clearTimeout(timer);
      keepHere(true);
    });
    addEventListener("pageshow", event => {
      if (!event.persisted) return;
      leaving = false;
      if (dirty) keepThere();
    });
    addEventListener("pagehide", () => {
      if (!dirty || leaving || refused || undecided) return;
      keepHere(false, true);
      sent ??= letter();
      const data = new FormData();
      for (const [name, value] of sent) data.set(name, value);
      data.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
      // What is too long for a beacon is in this browser.
      navigator.sendBeacon(workingCopy, data);
    });
    document.querySelector("[data-again]").addEventListener("click", async () => {
      await renew(form).catch(() => {});
      keepThere();
    });
  }

  // What is in this browser and nowhere else: neither in the form, nor saved, nor in the copy on the server that is offered.
  const isDone = kept => (kept.submitted && !older && mine && Number(revision) > Number(kept.fields.BasedOn))
    || (kept.submitted && older && Number(copyAt) >= kept.at - 5000)
    || (same(kept.fields) && !unsaved);
  const waiting = [];
  for (const key of entries()) {
    const kept = stored(key);
    if (!kept || isDone(kept)) forget(key);
    else if (same(kept.fields)) {
      // It came back unsaved: kept anew.
      if (note) note.value ||= kept.note ?? "";
      forget(key);
      if (writable) changed();
    } else waiting.push({ key, kept });
  }
  if (waiting.length === 0) return;
  const { key, kept } = waiting.sort((a, b) => b.kept.at - a.kept.at)[0];
  // It went on from what the server has, or sent it there when it was left: one offer is enough.
  if (older && (kept.seen === copyAt || (kept.left && Number(copyAt) <= kept.at + 10000))) {
    older.hidden = true;
    older = null;
  }
  undecided = true;
  offer.hidden = false;
  const text = offer.querySelector("[data-local-text]");
  text.textContent = `${text.dataset.text} ${new Date(kept.at).toLocaleString(document.documentElement.lang)}`;
  offer.querySelector("[data-local-use]").addEventListener("click", () => {
    for (const [name, value] of Object.entries(kept.fields)) if (form.elements[name]) form.elements[name].value = value;
    form.elements.Body.focus();
    offer.hidden = true;
    // Nobody can save it here: it stays where it is, to be read and copied.
    if (!writable) return;
    note.value = kept.note ?? "";
    undecided = older !== null;
    form.dispatchEvent(new Event("input", { bubbles: true }));
    forget(key);
  });
  offer.querySelector("[data-local-drop]").addEventListener("click", () => {
    forget(key);
    offer.hidden = true;
    older = server;
    if (older) older.hidden = false;
    undecided = older !== null;
    if (dirty) keepThere();
  });
};

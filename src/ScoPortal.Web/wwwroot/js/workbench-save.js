// Keeps the segments of the workbench as they are typed: at once in this browser, after a pause on the server, one segment a
// letter. The server answers with what that changes on the page.
import { Expired, renew, send } from "./editor-send.js";

const pause = 800, again = 8000;

// Each part of the answer takes the place of the one with its id, but for the one somebody is in.
export const swap = (html, active) => {
  const answer = new DOMParser().parseFromString(html, "text/html");
  for (const part of [...answer.body.children].filter(e => e.id)) {
    const here = document.getElementById(part.id);
    if (!here) continue;
    const isBusy = here.contains(document.activeElement) && document.activeElement !== document.body;
    if (part.id === "panel" && (part.dataset.unit !== String(active) || isBusy)) continue;
    if (part.id === "actions" && isBusy) {
      here.querySelector("#saved").value = part.querySelector("#saved").textContent;
      continue;
    }
    if (here.outerHTML !== part.outerHTML) here.replaceWith(document.adoptNode(part));
  }
  const problem = answer.getElementById("problem")?.textContent.trim();
  return problem ?? "";
};

export const keeper = (form, active) => {
  const { textSaving, textOffline, textHere, textUnsaved, segments, editor, account } = form.dataset;
  const post = send(form), prefix = `scoportal.workbench.${editor}.${account}.`;
  const status = text => { const place = document.getElementById("saved"); if (place) place.value = text; };
  const box = id => form.elements[`Text.${id}`], was = id => form.elements[`Was.${id}`], key = id => form.elements[`Key.${id}`];
  const timers = new Map(), sent = new Map(), stopped = new Set(), origins = new Map();
  let sending = false, failed = false;

  const isDirty = id => box(id).value.trim() !== was(id).value.trim();
  const remember = id => {
    try {
      if (isDirty(id)) localStorage.setItem(prefix + id, JSON.stringify({ key: key(id).value, was: was(id).value, text: box(id).value }));
      else localStorage.removeItem(prefix + id);
    } catch { /* Full or forbidden: the page has it. */ }
  };
  const units = () => [...form.querySelectorAll(".segment[data-unit]")].map(row => row.dataset.unit);
  const waiting = () => units().filter(id => isDirty(id) && !stopped.has(id));

  const letter = (id, confirm) => {
    const data = new FormData();
    for (const [name, value] of [["Based", form.elements.Based.value], [`Text.${id}`, box(id).value], [`Was.${id}`, was(id).value], [`Key.${id}`, key(id).value]]) data.set(name, value);
    if (origins.has(id)) data.set("Origin", origins.get(id));
    if (confirm) data.set("Confirm", "true");
    return data;
  };

  // One letter at a time, so that answers come in the order of what was asked. What was sent without an answer goes out once
  // more as it was: had it arrived, the server knows it again.
  const keep = async (id, confirm = false) => {
    clearTimeout(timers.get(id));
    while (sending) await new Promise(resolve => setTimeout(resolve, 50));
    if (stopped.has(id) || (!confirm && !sent.has(id) && !isDirty(id))) return true;
    sending = true;
    status(textSaving);
    if (confirm && !sent.get(id)?.has("Confirm")) sent.delete(id);
    const data = sent.get(id) ?? letter(id, confirm);
    sent.set(id, data);
    let repeat = false;
    try {
      const response = await post(segments + id, data);
      sent.delete(id);
      failed = false;
      if (response.status === 409) {
        stopped.add(id);
        status(textHere);
        swap(await response.text(), active());
        return false;
      }
      if (response.status === 422) {
        status(swap(await response.text(), active()));
        return false;
      }
      if (!response.ok) throw new Error(response.status);
      was(id).value = data.get(`Text.${id}`).trim();
      origins.delete(id);
      remember(id);
      swap(await response.text(), active());
      repeat = isDirty(id);
      return true;
    } catch (error) {
      failed = true;
      status(textOffline);
      timers.set(id, setTimeout(() => keep(id), error instanceof Expired ? again * 4 : again));
      return false;
    } finally {
      sending = false;
      if (repeat) timers.set(id, setTimeout(() => keep(id), pause));
    }
  };

  const changed = (id, origin) => {
    if (origin) origins.set(id, origin);
    else if (origin === null) origins.delete(id);
    remember(id);
    if (stopped.has(id)) return;
    if (!failed) status(textUnsaved);
    clearTimeout(timers.get(id));
    timers.set(id, setTimeout(() => keep(id), pause));
  };

  const decide = (id, text, theirs) => {
    was(id).value = theirs;
    box(id).value = text;
    stopped.delete(id);
    document.getElementById(`g${id}-conflict`).replaceChildren();
    box(id).focus();
    changed(id);
  };

  form.addEventListener("input", event => {
    const id = event.target.closest(".segment[data-unit]")?.dataset.unit;
    if (id && event.target === box(id)) changed(id, null);
  });
  form.addEventListener("click", event => {
    const id = event.target.closest(".segment[data-unit]")?.dataset.unit;
    const button = event.target.closest("[data-mine], [data-take-theirs]");
    if (!id || !button) return;
    const theirs = button.dataset.was ?? was(id).value;
    decide(id, button.matches("[data-mine]") ? box(id).value : theirs, theirs);
  });
  for (const choice of form.querySelectorAll("[data-choice]")) choice.hidden = false;

  let leaving = false;
  form.addEventListener("submit", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("online", () => waiting().forEach(id => keep(id)));
  addEventListener("beforeunload", event => {
    if (!leaving && units().some(isDirty)) event.preventDefault();
  });
  document.querySelector("[data-again]")?.addEventListener("click", async () => {
    await renew(form).catch(() => {});
    waiting().forEach(id => keep(id));
  });

  // What this browser kept and the server never got: it goes on as if it had just been typed.
  for (const id of units()) {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(prefix + id)); } catch { /* Nothing to go on with. */ }
    if (!kept || kept.key !== key(id).value || kept.text.trim() === box(id).value.trim()) { remember(id); continue; }
    box(id).value = kept.text;
    was(id).value = kept.was;
    changed(id);
  }

  return { keep, changed, keepAll: () => Promise.all(waiting().map(id => keep(id))), post };
};

// The workbench: which segment is open, what helps with it, and its keys. Everything it does for comfort, the form does without it.
import { keeper, swap } from "./workbench-save.js";

const form = document.getElementById("work");
if (form) {
  const rows = () => [...form.querySelectorAll(".segment[data-unit]")];
  const shown = () => rows().filter(row => row.getClientRects().length > 0);
  const box = row => row.querySelector("textarea");
  const panel = () => document.getElementById("panel");
  let active = form.querySelector(".segment[data-unit][aria-current]")?.dataset.unit ?? "";
  const current = () => document.getElementById(`g${active}`);
  const saving = keeper(form, () => active);

  // The help of a segment, unless somebody has gone on to another meanwhile.
  let asking = 0;
  const narrow = matchMedia("(max-width: 64rem)");
  // Beside the text, or below the open segment where there is no room.
  const place = () => narrow.matches ? current()?.after(panel()) : form.after(panel());
  narrow.addEventListener("change", place);
  const help = () => {
    clearTimeout(asking);
    place();
    if (panel().dataset.unit === active) return;
    asking = setTimeout(async () => {
      const unit = active;
      try {
        const response = await fetch(form.dataset.segments + unit, { headers: { "X-Requested-With": "XMLHttpRequest" }, redirect: "manual" });
        if (response.ok && unit === active) swap(await response.text(), active);
      } catch { /* Without a connection there is none. */ }
    }, 120);
  };

  if (narrow.matches) place();

  const open = row => {
    if (!row || row.dataset.unit === active) return;
    current()?.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    active = row.dataset.unit;
    form.elements.at.value = active;
    help();
  };

  const go = row => {
    if (!row) return;
    open(row);
    box(row).focus();
    row.scrollIntoView({ block: "nearest" });
  };

  const put = (row, text, origin) => {
    const field = box(row);
    field.focus();
    field.select();
    insert(field, text);
    saving.changed(row.dataset.unit, origin);
  };

  // As if it were typed, so that it can be undone.
  const insert = (field, text) => {
    if (!document.execCommand("insertText", false, text)) field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  };

  const term = button => {
    const row = current(), field = box(row), at = field.selectionStart;
    field.focus();
    const before = field.value[at - 1];
    insert(field, before && /[\p{L}\p{N},;:]/u.test(before) && !/\p{Script=Han}/u.test(before) ? ` ${button.value}` : button.value);
    saving.changed(row.dataset.unit, null);
  };

  const state = row => document.getElementById(`g${row.dataset.unit}-state`).dataset.state;
  const behind = (list, wanted) => {
    const at = list.indexOf(current());
    return [...list.slice(at + 1), ...list.slice(0, Math.max(at, 0))].find(wanted);
  };

  const confirm = async row => {
    if (!row || box(row).readOnly) return;
    const unit = row.dataset.unit;
    if (await saving.keep(unit, true) && active === unit) go(behind(rows(), r => state(r) !== "ok") ?? row);
  };

  form.addEventListener("focusin", event => open(event.target.closest(".segment[data-unit]")));
  form.addEventListener("click", event => {
    const button = event.target.closest("[data-confirm], [data-copy]"), row = event.target.closest(".segment[data-unit]");
    const link = event.target.closest(".segment-no");
    if (!button && !link) return;
    event.preventDefault();
    if (link) go(row);
    else if (button.matches("[data-confirm]")) confirm(row);
    else put(row, button.value, null);
  });
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-take], [data-term], [data-keep]"), link = event.target.closest("[data-go]");
    if (!button && !link) return;
    event.preventDefault();
    if (link) go(document.getElementById(`g${link.dataset.go}`));
    else if (button.matches("[data-take]")) put(current(), button.value, button.dataset.origin);
    else if (button.matches("[data-term]")) term(button);
    else saving.keepAll();
  });

  document.querySelector("[data-filter]")?.addEventListener("click", event => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    form.dataset.shown = form.elements.show.value = link.dataset.show ?? "";
    for (const other of link.parentElement.children) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
  });

  // Waivers without leaving the page; Enter in the reason is the button beside it.
  const waive = async button => {
    const data = new FormData(form, button);
    try {
      const response = await saving.post(button.formAction, data);
      document.activeElement.blur();
      const problem = swap(await response.text(), active);
      if (problem) document.getElementById("saved").value = problem;
      box(current()).focus();
    } catch { /* The banner says it. */ }
  };
  document.addEventListener("click", event => {
    const button = event.target.closest("button[name=Waive], button[name=Insist]");
    if (!button) return;
    event.preventDefault();
    saving.keepAll().then(() => waive(button));
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("[data-reason]")) return;
    event.preventDefault();
    event.target.closest("li").querySelector("[data-waive]").click();
  });

  // Where a segment is parted: the cursor is one more place.
  document.addEventListener("toggle", event => {
    const select = event.target.querySelector?.("[data-offset]"), field = current() && box(current());
    if (!select || !event.target.open || !field?.selectionStart || field.selectionStart >= field.value.length) return;
    select.prepend(new Option(`${select.dataset.text}: …${field.value.slice(Math.max(0, field.selectionStart - 30), field.selectionStart)}`, field.selectionStart, true, true));
  }, true);

  const keys = {
    "Alt+ArrowUp": () => { const list = shown(); go(list[Math.max(0, list.indexOf(current()) - 1)]); },
    "Alt+ArrowDown": () => { const list = shown(); go(list[Math.min(list.length - 1, list.indexOf(current()) + 1)]); },
    "Ctrl+Enter": () => confirm(current()),
    "Alt+KeyC": () => current()?.querySelector("[data-copy]")?.click(),
    "Alt+KeyG": () => document.querySelector("[data-term]")?.click(),
    "F8": () => go(behind(rows(), r => ["error", "outdated"].includes(state(r)))),
    "Ctrl+KeyS": () => saving.keepAll(),
    ...Object.fromEntries([1, 2, 3].map(n => [`Alt+Digit${n}`, () => document.querySelector(`[data-take="${n}"]`)?.click()])),
  };
  addEventListener("keydown", event => {
    if (event.isComposing || event.shiftKey || document.querySelector("dialog[open]")) return;
    const name = (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + event.code.replace("NumpadEnter", "Enter");
    if (!keys[name] || (name === "Ctrl+Enter" && event.target.closest?.("#actions"))) return;
    event.preventDefault();
    event.stopPropagation();
    keys[name]();
  }, true);
}

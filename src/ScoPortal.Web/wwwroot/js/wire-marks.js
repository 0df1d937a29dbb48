// The original beside the fields: what stands under the pointer or the caret says which field it gave, by which rule and how
// sure; a field lights up its places, a place its field. The original has a caret, so that the keyboard can walk and select in
// it, but what is written into it is dropped.
import { select, selected } from "./text-places.js";

export class Marks {
  #part;
  #own;
  #base = [];
  #stretches = [];
  #current = null;
  #stepped = null;

  constructor(part, words) {
    this.#part = part;
    this.#own = words;
    part.addEventListener("pointerover", event => this.#pointed(event.target));
    part.addEventListener("pointerleave", () => this.#calm());
    part.addEventListener("focusin", ({ target }) => this.#reached(target.closest("[data-wire]")));
    part.addEventListener("beforeinput", event => {
      if (event.target === this.original) event.preventDefault();
    });
    // Some ways of typing cannot be refused: what they leave is wiped off.
    part.addEventListener("input", event => {
      if (event.target === this.original) this.#draw();
    });
    part.addEventListener("keydown", event => this.#pressed(event));
    part.addEventListener("click", ({ target }) => {
      const step = target.closest("[data-step]");
      if (step) this.#step(+step.dataset.step);
    });
    document.addEventListener("selectionchange", () => {
      if (document.activeElement === this.original) this.#tell(this.#atCaret());
    });
  }

  get original() {
    return this.#part.querySelector(".wire-original");
  }

  // To be called for every new original: reads its marks and gives it a caret.
  begin() {
    const original = this.original;
    if (!original) return;
    this.#base = [...original.childNodes].map(node => ({
      text: node.textContent,
      mark: node.nodeType === Node.ELEMENT_NODE ? { field: node.dataset.field, of: node.dataset.of, told: node.title } : null,
    }));
    for (const [name, value] of Object.entries({ contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-readonly": "true", "aria-describedby": "wire-keys", inputmode: "none", spellcheck: "false" }))
      original.setAttribute(name, value);
    this.#part.querySelector(".wire-tools").hidden = false;
  }

  // Marks what was put right by hand; each: field, where it was, and the words that were selected.
  show(taken) {
    if (!this.original) return;
    this.#stretches = this.#base;
    for (const one of taken) this.#mark(one);
    this.#draw();
  }

  #mark({ field, start, quote }) {
    const text = this.#stretches.map(s => s.text).join("");
    const isStory = field.startsWith("body");
    if (!isStory) this.#stretches = this.#stretches.map(s => this.#without(s, field));
    const at = text.startsWith(quote, start) ? start : text.indexOf(quote);
    if (at < 0 || field === "body") return;
    const told = { "body-add": this.#own.added, "body-remove": this.#own.leftOut }[field] ?? `${this.#nameOf(field)} – ${this.#own.own}`;
    this.#stretches = cut(this.#stretches, at, at + quote.length, { field: field === "body-remove" ? "noise" : field, of: "", told, own: "" });
  }

  // What else the same characters gave stays.
  #without({ text, mark }, field) {
    const rows = this.#rowsOf(mark);
    if (mark?.field !== field && !rows.some(row => row.dataset.field === field)) return { text, mark };
    const left = (mark.of ?? "").split(" ").filter(Boolean).filter(index => this.#rows[index]?.dataset.field !== field);
    const others = left.map(index => this.#rows[index]);
    return { text, mark: others.length === 0 ? null : { field: others[0].dataset.field, of: left.join(" "), told: others.map(row => row.dataset.told).join("\n") } };
  }

  #draw() {
    const original = this.original;
    const place = document.activeElement === original ? selected(original) : null;
    original.replaceChildren(...this.#stretches.map(({ text, mark }) => {
      if (!mark) return document.createTextNode(text);
      const element = Object.assign(document.createElement("mark"), { textContent: text });
      for (const [name, value] of Object.entries(mark)) if (value !== undefined) element.dataset[name] = value;
      return element;
    }));
    if (place) select(original, place);
    this.#calm();
  }

  get #rows() {
    return this.#part.querySelectorAll(".wire-taken tbody tr");
  }

  #rowsOf(mark) {
    return (mark?.of ?? "").split(" ").filter(Boolean).map(index => this.#rows[index]).filter(Boolean);
  }

  #fieldsOf(mark) {
    return new Set([mark.dataset.field, ...this.#rowsOf(mark.dataset).map(row => row.dataset.field)]);
  }

  #nameOf(field) {
    return this.#part.querySelector(`[data-take="${field}"]`)?.textContent ?? field;
  }

  #pointed(target) {
    const mark = target.closest(".wire-original mark");
    if (mark) this.#tell(mark);
    else if (target.closest(".wire-told")) return;
    else if (target.closest("[data-wire]")) this.#light(target.closest("[data-wire]").dataset.wire);
    else if (document.activeElement !== this.original) this.#calm();
  }

  #reached(field) {
    if (field) this.#light(field.dataset.wire, true);
  }

  #light(name, scrolls = true) {
    this.#calm();
    const marks = [...this.original?.querySelectorAll("mark") ?? []].filter(mark => this.#fieldsOf(mark).has(name));
    for (const mark of marks) mark.dataset.lit = "";
    if (scrolls && marks.length > 0) this.#reveal(marks[0]);
  }

  // Only the original scrolls, never the page.
  #reveal(mark) {
    const [box, place] = [this.original.getBoundingClientRect(), mark.getBoundingClientRect()];
    if (place.top < box.top || place.bottom > box.bottom) this.original.scrollTop += place.top - box.top - box.height / 3;
  }

  #tell(mark) {
    if (mark && mark === this.#current) return;
    this.#calm();
    if (!mark) return;
    this.#current = mark;
    const fields = this.#fieldsOf(mark);
    mark.dataset.lit = "";
    for (const field of this.#part.querySelectorAll("[data-wire]"))
      if (fields.has(field.dataset.wire)) field.dataset.lit = "";
    const told = this.#part.querySelector(".wire-told");
    told.textContent = mark.dataset.told ?? mark.title;
    const [box, place] = [told.parentElement.getBoundingClientRect(), mark.getClientRects()[0] ?? mark.getBoundingClientRect()];
    told.style.insetBlockStart = `${Math.min(place.bottom - box.top + 4, box.height - 8)}px`;
    told.style.left = `${Math.max(0, Math.min(place.left - box.left, box.width - told.offsetWidth))}px`;
  }

  #calm() {
    this.#current = null;
    for (const lit of this.#part.querySelectorAll("[data-lit]")) delete lit.dataset.lit;
    const told = this.#part.querySelector(".wire-told");
    if (told?.textContent) told.textContent = "";
  }

  #atCaret() {
    const node = getSelection().focusNode;
    const mark = (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("mark");
    return mark && this.original.contains(mark) ? mark : null;
  }

  #step(by) {
    const marks = [...this.original.querySelectorAll("mark")];
    if (marks.length === 0) return;
    const place = marks.indexOf(document.activeElement === this.original ? this.#atCaret() : this.#stepped);
    const next = marks[place < 0 ? (by > 0 ? this.#firstBehindCaret(marks) : marks.length - 1) : (place + by + marks.length) % marks.length];
    this.#stepped = next;
    if (document.activeElement === this.original) getSelection().collapse(next.firstChild, 0);
    this.#reveal(next);
    this.#tell(next);
  }

  #firstBehindCaret(marks) {
    const node = getSelection().focusNode;
    if (document.activeElement !== this.original || !node) return 0;
    return Math.max(0, marks.findIndex(mark => node.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING));
  }

  #pressed(event) {
    if (event.key === "Escape") this.#calm();
    if (event.target !== this.original || event.isComposing) return;
    if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.#step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && getSelection().isCollapsed) {
      event.preventDefault();
      const fields = this.#atCaret() ? this.#fieldsOf(this.#atCaret()) : new Set();
      [...this.#part.querySelectorAll("[data-wire]")].find(field => fields.has(field.dataset.wire))?.querySelector("input, textarea, select")?.focus();
    }
  }
}

// The stretches with another mark from start to end.
function cut(stretches, start, end, mark) {
  const [result, middle] = [[], []];
  let at = 0;
  for (const { text, mark: old } of stretches) {
    const [from, to] = [Math.max(0, start - at), Math.min(text.length, end - at)];
    at += text.length;
    if (from >= to) {
      result.push({ text, mark: old });
      continue;
    }
    if (from > 0) result.push({ text: text.slice(0, from), mark: old });
    if (middle.length === 0) result.push(middle[0] = { text: "", mark });
    middle[0].text += text.slice(from, to);
    if (to < text.length) result.push({ text: text.slice(to), mark: old });
  }
  return result;
}

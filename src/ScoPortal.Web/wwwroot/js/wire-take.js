// What is selected in the original is put into a field by one click, and taken back by another.
import { select, selected } from "./text-places.js";

const controls = {
  headline: "Headline", subheadline: "Subheadline", summary: "Summary", place: "Place", country: "Country", datelineDate: "Date", eventDate: "EventDate",
  wires: "Wires", issuer: "Issuer", distributor: "Distributor", source: "Source", moreInfoUrl: "MoreInfoUrl", externalId: "ExternalIds",
};

export class Takes {
  #part;
  #marks;
  #ask;
  #changed;
  #say;
  #place = null;
  #pressing = false;
  #done = [];

  // What was taken from the original: field, start, quote.
  taken = [];

  // ask(field, start, length) gives the value; changed(control, former) is told of it; say(words, name) tells the person.
  constructor(part, marks, { ask, changed, say }) {
    this.#part = part;
    this.#marks = marks;
    this.#ask = ask;
    this.#changed = changed;
    this.#say = say;
    document.addEventListener("selectionchange", () => {
      if (!this.#pressing && !this.#bar?.contains(document.activeElement)) this.#offer();
    });
    addEventListener("pointerdown", ({ target }) => {
      this.#pressing = this.#marks.original?.contains(target) ?? false;
    });
    addEventListener("pointerup", () => {
      if (!this.#pressing) return;
      this.#pressing = false;
      this.#offer();
    });
    addEventListener("resize", () => this.#put());
    part.addEventListener("scroll", () => this.#put(), true);
    // A click on a button must not take the selection away.
    part.addEventListener("pointerdown", event => {
      if (event.target.closest(".wire-take")) event.preventDefault();
    });
    part.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-take]");
      if (button) void this.#take(button);
      if (target.closest("[data-undo]")) this.undo();
    });
    part.addEventListener("keydown", event => this.#pressed(event));
    part.addEventListener("input", () => this.#settle());
  }

  // To be called for every new original.
  begin() {
    this.#marks.begin();
    this.show();
  }

  show() {
    this.#marks.show(this.taken);
    this.#settle();
  }

  // What was typed over since is the person's own and is not undone.
  #settle() {
    for (const name of new Set(this.#done.map(entry => entry.name)))
      if (this.#control(name)?.value !== this.#done.findLast(entry => entry.name === name).written) this.#done = this.#done.filter(entry => entry.name !== name);
    const undo = this.#part.querySelector("[data-undo]");
    if (undo) undo.disabled = this.#done.length === 0;
  }

  forget() {
    this.taken = [];
    this.#done = [];
  }

  undo() {
    this.#settle();
    const last = this.#done.pop();
    if (!last) return;
    const control = this.#control(last.name);
    control.value = last.value;
    this.taken = [...this.taken.filter(t => t !== last.mark), ...last.replaced];
    this.#changed(control, last.former);
    this.show();
    this.#say("undone", last.label);
    if (document.activeElement === document.body) this.#marks.original.focus();
  }

  get #bar() {
    return this.#part.querySelector(".wire-take");
  }

  #control(name) {
    return this.#part.querySelector(`[name="Form.${name}"]`);
  }

  #offer() {
    const place = selected(this.#marks.original);
    this.#place = place && place.end > place.start && this.#marks.original.textContent.slice(place.start, place.end).trim() ? place : null;
    if (!this.#bar) return;
    this.#bar.hidden = !this.#place;
    for (const [index, button] of this.#buttons.entries()) button.tabIndex = index === 0 ? 0 : -1;
    this.#put();
  }

  get #buttons() {
    return [...this.#bar.querySelectorAll("button")];
  }

  // Below the selection; above it where there is no room below.
  #put() {
    if (!this.#place || !this.#bar || this.#bar.hidden || getSelection().rangeCount === 0) return;
    const [box, view, place] = [this.#bar.parentElement.getBoundingClientRect(), this.#marks.original.getBoundingClientRect(), getSelection().getRangeAt(0).getBoundingClientRect()];
    const below = Math.min(place.bottom, view.bottom) + 6;
    const floor = this.#part.querySelector(".dock")?.getBoundingClientRect().top ?? innerHeight;
    const fits = below + this.#bar.offsetHeight <= Math.min(floor, innerHeight) || place.top - this.#bar.offsetHeight < 0;
    this.#bar.style.insetBlockStart = `${(fits ? below : Math.max(place.top, view.top) - this.#bar.offsetHeight - 6) - box.top}px`;
  }

  async #take(button) {
    const [field, place] = [button.dataset.take, this.#place];
    if (!place) return;
    const name = field.startsWith("body") ? "Body" : controls[field];
    const [label, original] = [button.textContent.trim(), this.#marks.original.textContent];
    let [answer, asked] = [null, null];
    // Who types on meanwhile is not overwritten: the answer was for the field as it stood.
    do {
      asked = this.#control(name).value;
      answer = await this.#ask(field, place.start, place.end - place.start);
      if (!answer || this.#marks.original?.textContent !== original) return;
    } while (this.#control(name).value !== asked);
    if (answer.value === null) {
      this.#say("told", answer.told);
      return;
    }
    const control = this.#control(name);
    const quote = original.slice(place.start, place.end);
    const replaced = this.taken.filter(t => field.startsWith("body-") ? t.quote === quote && t.field.startsWith("body-") : t.field === field);
    const mark = { field, start: place.start, quote };
    control.value = field === "externalId" ? joined(asked, answer.value) : answer.value;
    this.taken = [...this.taken.filter(t => !replaced.includes(t)), mark];
    this.#done.push({ name, value: asked, written: control.value, mark, replaced, label, former: this.#changed(control) });
    this.#close();
    this.show();
    this.#say("taken", label);
  }

  #close() {
    const [original, place] = [this.#marks.original, this.#place];
    this.#bar.hidden = true;
    this.#place = null;
    original.focus({ preventScroll: true });
    if (place) select(original, { start: place.end, end: place.end });
  }

  #pressed(event) {
    const inBar = this.#bar?.contains(event.target);
    if (!inBar && event.target !== this.#marks.original) return;
    // The browser tells of a selection a moment after the key that made it.
    if (event.key === "Enter" && !inBar) this.#offer();
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      this.undo();
    } else if (event.key === "Escape" && !this.#bar.hidden) {
      this.#close();
    } else if (event.key === "Enter" && !inBar && this.#place) {
      event.preventDefault();
      this.#buttons[0].focus();
    } else if (inBar) {
      this.#walk(event);
    }
  }

  #walk(event) {
    const all = this.#buttons;
    const at = all.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const button = all[(next + all.length) % all.length];
    for (const other of all) other.tabIndex = other === button ? 0 : -1;
    button.focus();
  }
}

function joined(list, one) {
  const all = list.split(",").map(part => part.trim()).filter(Boolean);
  return [...new Set([...all, one])].join(", ");
}

// Puts Markdown around what is selected. Edits go through the browser, so that Ctrl+Z takes them back.
export const insert = (area, text, from, to) => {
  area.focus();
  area.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, from, to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
};

export const toolbar = (form, area) => {
  const bar = form.querySelector("[role=toolbar]"), buttons = [...bar.querySelectorAll("button")];
  const { textLink, textHeading } = form.dataset;

  const wrap = (mark, placeholder) => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    const chosen = value.slice(from, to) || placeholder;
    if (value.slice(from - mark.length, from) === mark && value.slice(to, to + mark.length) === mark) {
      insert(area, chosen, from - mark.length, to + mark.length);
      area.setSelectionRange(from - mark.length, from - mark.length + chosen.length);
    } else {
      insert(area, mark + chosen + mark, from, to);
      area.setSelectionRange(from + mark.length, from + mark.length + chosen.length);
    }
  };
  const lines = mark => {
    const { selectionStart, selectionEnd, value } = area;
    const from = value.lastIndexOf("\n", selectionStart - 1) + 1, end = value.indexOf("\n", selectionEnd), to = end < 0 ? value.length : end;
    const all = value.slice(from, to).split("\n"), marked = all.every(line => line.startsWith(mark));
    const text = all.map(line => marked ? line.slice(mark.length) : mark + line).join("\n");
    insert(area, text, from, to);
    area.setSelectionRange(from + (all.length === 1 ? text.length : 0), from + text.length);
  };
  const link = () => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    const chosen = value.slice(from, to);
    const isAddress = /^https?:\/\/\S+$/.test(chosen);
    const words = isAddress || !chosen ? textLink : chosen, address = isAddress ? chosen : "https://";
    insert(area, `[${words}](${address})`, from, to);
    const at = isAddress ? from + 1 : from + words.length + 3;
    area.setSelectionRange(at, at + (isAddress ? words : address).length);
  };
  const tools = {
    heading: () => lines("## "),
    strong: () => wrap("**", textHeading),
    emphasis: () => wrap("*", textHeading),
    list: () => lines("- "),
    link,
    hyphen: () => insert(area, "\u00ad", area.selectionStart, area.selectionEnd),
    picture: () => form.querySelector("[data-picture]").click(),
  };

  bar.hidden = false;
  bar.addEventListener("click", event => tools[event.target.closest("[data-tool]")?.dataset.tool]?.());
  // One stop for the Tab key; arrow keys go from tool to tool.
  buttons.forEach((button, index) => { button.tabIndex = index === 0 ? 0 : -1; });
  bar.addEventListener("keydown", event => {
    const rtl = getComputedStyle(bar).direction === "rtl";
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    if (!step) return;
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
    buttons.forEach(button => { button.tabIndex = button === next ? 0 : -1; });
    next.focus();
  });
  area.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const tool = { b: "strong", i: "emphasis", k: "link" }[event.key.toLowerCase()];
    if (!tool) return;
    event.preventDefault();
    tools[tool]();
  });
};

// Shows what is typed as readers would see it: the page of the server, in a shadow tree with the public style sheets.
import { typed } from "./editor-send.js";

const pause = 500;

export const preview = (form, post) => {
  const pane = form.querySelector("[data-preview-pane]"), target = form.querySelector("[data-preview-target]"), length = form.querySelector("[data-length]");
  const root = target.attachShadow({ mode: "open" });
  let timer = 0, asked = 0;

  const render = async () => {
    const number = ++asked;
    try {
      const response = await post(form.dataset.preview, typed(form));
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const main = page.querySelector("main");
      if (!main || number !== asked) return;
      if (!root.firstChild) root.append(...[...page.querySelectorAll("link[rel=stylesheet]")].map(link => document.importNode(link)), own());
      [...root.children].filter(element => !element.matches("link")).forEach(element => element.remove());
      // The editor's page has its main part already.
      const article = document.createElement("div");
      article.className = main.className;
      article.append(...main.childNodes);
      root.append(...page.querySelectorAll("svg.symbols"), article);
      length.value = main.dataset.length;
    } catch {
      // No connection: what was shown stays, and the next keystroke tries again.
    }
  };
  const own = () => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = form.dataset.previewStyle;
    return link;
  };

  // Links lead out of the editor, and the text in it would be left behind.
  root.addEventListener("click", event => { if (event.target.closest("a")) event.preventDefault(); });
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(render, pause);
  });
  pane.hidden = false;
  render();
};

// The release editor: wires its parts together. Everything it does for comfort, the form does without it.
import { send } from "./editor-send.js";
import { autosave } from "./autosave.js";
import { counts } from "./counts.js";
import { linkCheck } from "./link-check.js";
import { pictures } from "./pictures-in-text.js";
import { presence } from "./presence.js";
import { preview } from "./preview.js";
import { toolbar } from "./toolbar.js";

const form = document.querySelector("form[data-editor]");
if (form) {
  const writable = !form.querySelector("fieldset").disabled;
  const post = send(form);
  preview(form, post);
  presence(form, post);
  counts(form);
  linkCheck(form, post);
  autosave(form, post, writable);
  if (writable) {
    const body = form.elements.Body;
    toolbar(form, body);
    pictures(form, body, post);
    addEventListener("keydown", event => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
        event.preventDefault();
        form.requestSubmit(document.querySelector("[data-save]"));
      }
    });
  }
}

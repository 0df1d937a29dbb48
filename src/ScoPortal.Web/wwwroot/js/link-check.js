// Has the links asked and shows the answers below the text instead of on a page of their own.
import { typed } from "./editor-send.js";

export const linkCheck = (form, post) => {
  const button = document.querySelector("[data-check]"), result = form.querySelector("[data-links-result]");
  button.addEventListener("click", async event => {
    event.preventDefault();
    button.disabled = true;
    result.setAttribute("aria-busy", "true");
    try {
      const response = await post(form.dataset.linkCheck, typed(form));
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const links = page.querySelector("#links");
      if (response.ok && links) {
        result.replaceChildren(links);
        result.scrollIntoView({ block: "nearest" });
      }
    } catch {
      result.replaceChildren();
    } finally {
      button.disabled = false;
      result.removeAttribute("aria-busy");
    }
  });
};

// Uploads pictures that are dropped or pasted into the text, or chosen, and puts their Markdown where they fell.
import { insert } from "./toolbar.js";
import { makeVariants } from "./variants.js";

export const pictures = (form, area, post) => {
  const input = form.querySelector("[data-picture]"), problem = form.querySelector("[data-upload-problem]");
  const { upload, textUploading, textRefused } = form.dataset;
  const images = list => [...(list ?? [])].filter(file => file.type.startsWith("image/"));

  const put = async file => {
    const mark = `![${textUploading}: ${file.name}…]()`;
    insert(area, mark, area.selectionStart, area.selectionEnd);
    const replace = text => {
      const at = area.value.indexOf(mark);
      if (at >= 0) insert(area, text, at, at + mark.length);
    };
    try {
      const data = new FormData();
      data.set("file", file);
      const response = await post(upload, data, { headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value, "X-Requested-With": "XMLHttpRequest", Accept: "application/json" } });
      const answer = await response.json();
      if (!response.ok || answer.error) throw new Error(answer.error ?? "");
      replace(answer.markdown);
      await makeVariants(file, answer.variants, answer.widths, form.elements.__RequestVerificationToken.value);
    } catch (failure) {
      replace("");
      const reason = failure instanceof SyntaxError || failure instanceof TypeError ? "" : failure.message;
      problem.textContent = [file.name, textRefused, reason].filter(Boolean).join(" – ");
      problem.hidden = false;
    }
  };
  const all = async files => {
    problem.hidden = true;
    for (const file of files) await put(file);
  };

  area.addEventListener("dragover", event => { if ([...event.dataTransfer.items].some(item => item.kind === "file")) event.preventDefault(); });
  area.addEventListener("drop", event => {
    const files = images(event.dataTransfer.files);
    if (files.length === 0) return;
    event.preventDefault();
    all(files);
  });
  area.addEventListener("paste", event => {
    const files = images(event.clipboardData?.files);
    if (files.length === 0) return;
    event.preventDefault();
    all(files);
  });
  input.addEventListener("change", () => {
    all([...input.files]);
    input.value = "";
  });
};

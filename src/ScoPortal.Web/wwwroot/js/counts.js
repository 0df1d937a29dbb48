// Counts the headline's characters and shows headline and summary as a search engine would.
export const counts = form => {
  const output = form.querySelector("[data-count]"), headline = form.elements.Headline, goal = Number(headline.dataset.goal);
  const mirrors = [...form.querySelectorAll("[data-mirror]")];
  const update = () => {
    const length = [...headline.value].length;
    output.value = length;
    output.toggleAttribute("data-over", length > goal);
    for (const mirror of mirrors) mirror.textContent = form.elements[mirror.dataset.mirror].value || mirror.dataset.missing || "";
  };
  form.addEventListener("input", update);
  update();
};

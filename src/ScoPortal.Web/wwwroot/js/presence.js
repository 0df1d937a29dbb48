// Tells the server that this release is open here, and says who else has it open and what they have saved.
const beat = 15000;

export const presence = (form, post) => {
  const others = document.querySelector("[data-others]"), newer = document.querySelector("[data-newer]");
  const say = (place, text) => { if (place.textContent !== (text ?? "")) place.textContent = text ?? ""; };
  const data = leaving => {
    const data = new FormData();
    data.set("BasedOn", form.elements.BasedOn.value);
    data.set("Leaving", leaving);
    data.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    return data;
  };
  const live = async () => {
    try {
      const response = await post(form.dataset.presence, data(false));
      if (!response.ok) return;
      const answer = await response.json();
      say(others, answer.others);
      say(newer, answer.newer);
    } catch {
      // The next beat tries again.
    }
  };
  live();
  setInterval(live, beat);
  addEventListener("pagehide", () => navigator.sendBeacon(form.dataset.presence, data(true)));
};

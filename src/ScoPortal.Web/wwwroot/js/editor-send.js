// Posts from the editor with the form's token, and says when the session has ended.
export const fieldNames = ["Headline", "Subheadline", "Summary", "Place", "Country", "Date", "Wires", "Issuer", "Distributor", "MoreInfoUrl", "Source", "SourceUrl", "Facts", "Body"];

export class Expired extends Error {}

// Fields of a disabled fieldset are in no FormData: they are read one by one.
export const typed = form => {
  const data = new FormData();
  for (const name of [...fieldNames, "BasedOn"]) data.set(name, form.elements[name].value);
  return data;
};

export const send = form => {
  const banner = document.querySelector("[data-expired]");
  return async (url, data, options = {}) => {
    const response = await fetch(url, {
      method: "POST",
      body: data,
      redirect: "manual",
      headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value, "X-Requested-With": "XMLHttpRequest" },
      ...options,
    });
    // A sign-in page instead of an answer, or a token of another session.
    if ([400, 401].includes(response.status) || response.type === "opaqueredirect") {
      banner.hidden = false;
      throw new Expired();
    }
    banner.hidden = true;
    return response;
  };
};

// After signing in again in another tab: the token of the new session, taken from the page as it would be now.
export const renew = async form => {
  const response = await fetch(location.href, { redirect: "manual" });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const token = page.querySelector("input[name=__RequestVerificationToken]");
  if (page.querySelector("form[data-editor]") && token) form.elements.__RequestVerificationToken.value = token.value;
};

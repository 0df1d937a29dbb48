// Asks the browser for a passkey, to be sent with the form: a new one or, to sign in, one it holds.

const supported = typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === "function";

for (const form of supported ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", async event => {
    const { Credential, Password, __RequestVerificationToken } = form.elements;
    const complaint = form.querySelector("[role=alert]");
    event.preventDefault();
    complaint.textContent = "";
    try {
      const answer = await fetch(form.dataset.options, {
        method: "POST",
        headers: { RequestVerificationToken: __RequestVerificationToken.value },
        body: Password && new URLSearchParams({ Password: Password.value }),
      });
      if (answer.status === 422) {
        complaint.textContent = form.dataset.wrong;
        return;
      }
      if (!answer.ok) throw new Error(answer.statusText);
      const options = await answer.json();
      const credential = form.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      Credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      complaint.textContent = form.dataset.failed;
    }
  });
}

// Who signs out leaves nothing that was typed in this browser; the server has the working copies.
document.querySelector("form[data-sign-out]")?.addEventListener("submit", () => {
  try {
    // How somebody likes to work is no text.
    for (const key of Object.keys(localStorage).filter(name => name.startsWith("scoportal.") && name !== "scoportal.shortcuts")) localStorage.removeItem(key);
  } catch { /* Private windows may have no storage. */ }
});

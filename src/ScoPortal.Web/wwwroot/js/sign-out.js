// Who signs out leaves nothing that was typed in this browser; the server has the working copies.
document.querySelector("form[data-sign-out]")?.addEventListener("submit", () => {
  try {
    for (const key of Object.keys(localStorage).filter(name => name.startsWith("scoportal.release."))) localStorage.removeItem(key);
  } catch { /* Private windows may have no storage. */ }
});

// Keys of the desk: 1 2 3 choose, Enter decides, X none fits, S later, U takes back. Without it the same buttons are pressed.
(() => {
  "use strict";
  const press = id => {
    const button = document.getElementById(id);
    if (!button || sent) return false;
    button.click();
    return true;
  };
  let sent = false;
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", event => {
      // A key that is pressed twice decides once.
      if (sent) event.preventDefault();
      sent = true;
    });
  }
  addEventListener("pageshow", () => { sent = false; });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
    const at = event.target;
    const isText = at instanceof HTMLElement && (at.matches("textarea, select, [contenteditable]") || (at.matches("input") && !["checkbox", "radio"].includes(at.type)));
    if (isText) return;
    const key = event.key.length === 1 ? event.key.normalize("NFKC").toLowerCase() : event.key;
    const offer = document.querySelector(`[data-coding] input[data-key="${CSS.escape(key)}"]`);
    if (offer) {
      offer.checked = !offer.checked;
      offer.focus();
      event.preventDefault();
    } else if (key === "Enter" && !(at instanceof HTMLElement && at.closest("a, button, summary"))) {
      if (press("decide-button")) event.preventDefault();
    } else if ({ x: 1, s: 1, u: 1 }[key]) {
      if (press({ x: "none-button", s: "later-button", u: "undo-button" }[key])) event.preventDefault();
    }
  });
})();

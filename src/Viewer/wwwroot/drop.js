// Files can be dropped anywhere on the page that takes them.
(() => {
  "use strict";
  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const button = form.querySelector("button");
  // A file that was chosen before this script was there is sent by the button.
  button.hidden = input.files.length === 0;
  form.classList.add("droppable");
  const send = () => {
    if (input.files.length === 0) return;
    const problem = form.querySelector("[data-drop-problem]");
    const bytes = [...input.files].reduce((sum, file) => sum + file.size, 0);
    const tooMuch = input.files.length > Number(form.dataset.mostFiles) || bytes > Number(form.dataset.mostBytes);
    problem.hidden = !tooMuch;
    problem.textContent = tooMuch ? form.dataset.tooMuch : "";
    if (tooMuch) {
      input.value = "";
      return;
    }
    button.disabled = true;
    form.classList.add("sending");
    form.requestSubmit();
  };
  input.addEventListener("change", send);
  let over = 0;
  const hasFiles = event => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  addEventListener("dragenter", event => { if (hasFiles(event)) { over++; form.classList.add("over"); } });
  addEventListener("dragleave", event => { if (hasFiles(event) && --over <= 0) { over = 0; form.classList.remove("over"); } });
  addEventListener("dragover", event => { if (hasFiles(event)) event.preventDefault(); });
  addEventListener("drop", event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    over = 0;
    form.classList.remove("over");
    input.files = event.dataTransfer.files;
    send();
  });
})();

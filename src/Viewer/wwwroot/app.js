// What pages do in the browser: PNG of a chart, the progress of a job. Pages work without it.
(() => {
  "use strict";

  // A chart as PNG, twice its size, drawn from the same SVG as the download.
  async function png(button) {
    button.disabled = true;
    try {
      const response = await fetch(button.dataset.png);
      if (!response.ok) throw new Error(String(response.status));
      const picture = new Image();
      const address = URL.createObjectURL(new Blob([await response.text()], { type: "image/svg+xml" }));
      try {
        picture.src = address;
        await picture.decode();
        const canvas = document.createElement("canvas");
        canvas.width = picture.naturalWidth * 2;
        canvas.height = picture.naturalHeight * 2;
        const drawing = canvas.getContext("2d");
        drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
        const blob = await new Promise(done => canvas.toBlob(done, "image/png"));
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = button.dataset.pngName;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      } finally {
        URL.revokeObjectURL(address);
      }
    } finally {
      button.disabled = false;
    }
  }

  for (const button of document.querySelectorAll("[data-png]")) {
    button.hidden = false;
    button.addEventListener("click", () => png(button));
  }

  // A job: its page shows how far it is and goes on when it has ended; the line on other pages offers to show what came out.
  function follow(element) {
    const whole = "jobPage" in element.dataset;
    const says = element.querySelector("[data-job-stage], span");
    let said = null; // what stood there before the program was silent
    const look = async () => {
      let status;
      try {
        const response = await fetch(`/jobs/${element.dataset.job}?handler=State`);
        if (response.status >= 400 && response.status < 500) {
          // The program was started again and knows nothing of it: its page says so.
          if (whole) location.reload(); else element.remove();
          return;
        }
        if (!response.ok) throw new Error(String(response.status));
        status = await response.json();
      } catch {
        said ??= says.textContent;
        says.textContent = document.body.dataset.silent;
        element.classList.add("silent");
        setTimeout(look, 3000);
        return;
      }
      if (said !== null) {
        says.textContent = said;
        said = null;
        element.classList.remove("silent");
      }
      if (status.state === "Running") {
        if (whole) {
          element.querySelector("[data-job-stage]").textContent = status.stage;
          const bar = element.querySelector("progress");
          if (status.share === null) bar.removeAttribute("value"); else bar.value = status.share;
        }
        setTimeout(look, whole ? 400 : 2000);
      } else if (whole) {
        location.reload();
      } else {
        element.textContent = element.dataset.jobDone + " ";
        const link = document.createElement("a");
        link.href = location.href;
        link.textContent = element.dataset.jobShow;
        element.append(link);
      }
    };
    setTimeout(look, whole ? 200 : 1000);
  }

  document.querySelectorAll("[data-job]").forEach(follow);

  // A wide table or chart tells at its edges that it goes on there; of lines of context the match stands in the middle.
  function edges(box) {
    const far = box.scrollWidth - box.clientWidth;
    box.classList.toggle("more-before", box.scrollLeft > 1);
    box.classList.toggle("more-after", box.scrollLeft < far - 1);
  }
  const sizes = new ResizeObserver(entries => entries.forEach(e => edges(e.target)));
  function wide(within) {
    for (const box of within.querySelectorAll(".scroll, .chart")) {
      const match = box.querySelector(".kwic .match");
      if (match) box.scrollLeft = match.offsetLeft + (match.offsetWidth - box.clientWidth) / 2;
      box.addEventListener("scroll", () => edges(box), { passive: true });
      sizes.observe(box);
    }
  }
  wide(document);
  document.addEventListener("found", event => wide(event.target));

  // A button that is pressed twice sends its form once.
  for (const form of document.querySelectorAll("form[method=post]")) {
    let sent = -Infinity;
    form.addEventListener("submit", event => {
      if (event.timeStamp - sent < 5000) event.preventDefault(); else sent = event.timeStamp;
    });
    addEventListener("pageshow", () => { sent = -Infinity; });
  }

  // Menus close like menus.
  document.addEventListener("click", event => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
})();

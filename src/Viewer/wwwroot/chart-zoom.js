// Zoom and pan of a chart: buttons, keys, the mouse, a finger. Without it the chart is there as a whole.
(() => {
  "use strict";
  const most = 12;

  function attach(holder) {
    const chart = holder.querySelector(".chart");
    const svg = chart?.querySelector("svg");
    if (!svg) return;
    const whole = svg.viewBox.baseVal;
    const [left, top, width, height] = [whole.x, whole.y, whole.width, whole.height];
    let [x, y, scale] = [left, top, 1];

    function show() {
      scale = Math.min(most, Math.max(1, scale));
      x = Math.min(left + width - width / scale, Math.max(left, x));
      y = Math.min(top + height - height / scale, Math.max(top, y));
      svg.setAttribute("viewBox", [x, y, width / scale, height / scale].map(n => n.toFixed(2)).join(" "));
      holder.classList.toggle("zoomed", scale > 1);
    }

    function zoom(by, atX = x + width / scale / 2, atY = y + height / scale / 2) {
      const next = Math.min(most, Math.max(1, scale * by));
      x = atX - (atX - x) * scale / next;
      y = atY - (atY - y) * scale / next;
      scale = next;
      show();
    }

    function all() {
      [x, y, scale] = [left, top, 1];
      show();
    }

    // Thousands of points would be thousands of tab stops: the table below holds their comments for the keyboard.
    if ("zoomQuiet" in holder.dataset) {
      for (const mark of svg.querySelectorAll("a:has(circle)")) mark.setAttribute("tabindex", "-1");
    }

    const tools = document.createElement("p");
    tools.className = "zoom-tools";
    for (const [label, act] of [[holder.dataset.zoomIn, () => zoom(1.5)], [holder.dataset.zoomOut, () => zoom(1 / 1.5)], [holder.dataset.zoomAll, all]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", act);
      tools.append(button);
    }
    const help = document.createElement("span");
    help.className = "note";
    help.textContent = holder.dataset.zoomHelp;
    tools.append(help);
    chart.before(tools);

    const pointed = document.createElement("p");
    pointed.className = "pointed note";
    pointed.setAttribute("aria-hidden", "true");
    chart.after(pointed);
    const tell = event => {
      const mark = event.target.closest("a, g");
      pointed.textContent = mark?.querySelector(":scope > title")?.textContent ?? "";
    };
    svg.addEventListener("pointerover", tell);
    svg.addEventListener("focusin", tell);

    chart.addEventListener("keydown", event => {
      const step = 0.15 * width / scale;
      const acts = {
        "+": () => zoom(1.5), ";": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), "0": all,
        ArrowLeft: () => { x -= step; show(); }, ArrowRight: () => { x += step; show(); },
        ArrowUp: () => { y -= step; show(); }, ArrowDown: () => { y += step; show(); },
      };
      const act = acts[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey || (scale === 1 && event.key.startsWith("Arrow"))) return;
      event.preventDefault();
      act();
    });

    chart.addEventListener("wheel", event => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, x + (event.clientX - box.left) / box.width * width / scale, y + (event.clientY - box.top) / box.height * height / scale);
    }, { passive: false });

    let from = null;
    let moved = false;
    svg.addEventListener("pointerdown", event => {
      moved = false;
      if (scale > 1 && event.button === 0) from = { x: event.clientX, y: event.clientY };
    });
    svg.addEventListener("pointermove", event => {
      if (!from) return;
      const box = svg.getBoundingClientRect();
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!moved && Math.hypot(dx, dy) < 4) return;
      if (!moved) svg.setPointerCapture(event.pointerId);
      moved = true;
      x -= dx / box.width * width / scale;
      y -= dy / box.height * height / scale;
      from = { x: event.clientX, y: event.clientY };
      show();
    });
    for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => { from = null; });
    svg.addEventListener("click", event => { if (moved) event.preventDefault(); }, true);
    svg.addEventListener("dragstart", event => event.preventDefault());
  }

  document.querySelectorAll("[data-zoom]").forEach(attach);
})();

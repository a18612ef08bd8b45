// Searches while somebody types, and when a box is ticked. Without it the form is sent as a form.
(() => {
  "use strict";
  const form = document.querySelector("[data-search]");
  const found = document.getElementById("found");
  if (!form || !found) return;
  document.documentElement.classList.add("scripted");
  const field = form.elements.q;
  const narrow = matchMedia("(max-width: 60rem)");
  let running, timer;

  const facets = () => found.querySelector("#facets");
  if (narrow.matches && facets()) facets().open = false;

  function address() {
    const parts = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value !== "") parts.append(name, value);
    const text = parts.toString();
    return "/search" + (text ? "?" + text : "");
  }

  // The links to another language and another look keep what was asked.
  function follow() {
    for (const link of document.querySelectorAll(".choices a[rel=nofollow]")) {
      const choice = new URL(link.href).searchParams;
      const here = new URL(location.href);
      for (const name of ["lang", "look"]) if (choice.has(name)) here.searchParams.set(name, choice.get(name));
      link.href = here.pathname + here.search;
    }
  }

  async function show(url, remember) {
    running?.abort();
    const mine = running = new AbortController();
    const part = new URL(url, location.href);
    part.searchParams.set("handler", "Part");
    found.classList.add("waiting");
    let markup;
    try {
      const response = await fetch(part, { signal: mine.signal });
      if (!response.ok || response.redirected) throw new Error(String(response.status));
      markup = await response.text();
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
      return;
    }
    if (mine.signal.aborted) return;
    const focused = found.contains(document.activeElement) ? document.activeElement : null;
    const open = facets()?.open;
    found.innerHTML = markup;
    found.classList.remove("waiting");
    if (facets() && open !== undefined) facets().open = open;
    if (focused?.name) {
      [...found.querySelectorAll("input, select")].find(e => e.name === focused.name && (e.type !== "checkbox" || e.value === focused.value))?.focus();
    }
    if (remember) history.pushState(null, "", url); else history.replaceState(null, "", url);
    follow();
    found.dispatchEvent(new Event("found", { bubbles: true }));
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(() => show(address(), false), 120);
  }

  // What an input method has not settled yet is no word.
  field.addEventListener("input", event => { if (!event.isComposing) soon(); });
  field.addEventListener("compositionend", soon);
  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(timer);
    show(address(), true);
  });
  form.addEventListener("change", event => { if (event.target !== field) show(address(), true); });
  found.addEventListener("change", event => { if (event.target.form === form) show(address(), true); });
  found.addEventListener("click", event => {
    const link = event.target.closest("a[data-more]");
    if (!link) return;
    event.preventDefault();
    show(link.getAttribute("href"), false);
  });
  addEventListener("popstate", () => location.reload());

  // What was typed, ticked or chosen before this script was there.
  function isChanged(element) {
    if (element.type === "checkbox") return element.checked !== element.defaultChecked;
    if (element instanceof HTMLSelectElement) return element.selectedIndex !== Math.max(0, [...element.options].findIndex(o => o.defaultSelected));
    return element === field && field.value !== field.defaultValue;
  }
  if ([...form.elements].some(isChanged)) soon();
})();

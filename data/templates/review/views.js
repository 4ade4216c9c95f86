// SPDX-License-Identifier: MIT
// Start, enrichment, map and briefing: dropping files, following a job, zooming. All of it works without, by buttons.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);

  /* A file dropped on a form is what its field would have chosen. */
  for (const form of document.querySelectorAll("form.drop")) {
    const field = form.querySelector('input[type="file"]');
    form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
    form.addEventListener("dragleave", () => form.classList.remove("over"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      form.classList.remove("over");
      if (!event.dataTransfer.files.length) return;
      field.files = event.dataTransfer.files;
      form.requestSubmit();
    });
    form.addEventListener("submit", () => { for (const button of form.querySelectorAll("button")) setTimeout(() => { button.disabled = true; }); });
  }

  /* A draft goes to the clipboard as it stands. */
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    const field = button.parentElement.querySelector("textarea");
    field.select();
    await navigator.clipboard.writeText(field.value).catch(() => document.execCommand("copy"));
    const live = $("live");
    live.textContent = button.dataset.said;
    live.classList.add("shown");
    setTimeout(() => live.classList.remove("shown"), 5000);
  });

  /* Another choice about the sheet shows at once. */
  const choice = $("briefing-choice");
  if (choice) choice.addEventListener("change", () => choice.requestSubmit());

  /* A job is followed; when it has ended the page says what came of it. */
  const job = $("job");
  let writing = false; // a form that is being filled is not thrown away
  document.addEventListener("input", (event) => { if (event.target.closest("#goals-form, #goals-text-form")) writing = true; });
  const ended = async () => {
    if (!writing) return location.reload();
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    for (const id of ["job", "part-list"]) if ($(id) && page.getElementById(id)) $(id).replaceWith(page.getElementById(id));
  };
  if ((job || $("enrich-start")) && window.EventSource) {
    const events = new EventSource("/events");
    let was = Boolean(job && job.dataset.running);
    events.addEventListener("job", (event) => {
      const state = JSON.parse(event.data);
      if (!state.running) { if (was) ended(); return; }
      if (!was || !$("job-bar")) { was = true; return; }
      $("job-bar").max = Math.max(state.total, 1);
      $("job-bar").value = state.done;
      $("job-count").textContent = state.done + " / " + state.total;
    });
    if (was) events.addEventListener("open", async () => { // it may have ended before we listened
      const page = await (await fetch(location.href)).text();
      if (!new DOMParser().parseFromString(page, "text/html").querySelector("#job[data-running='1']")) location.reload();
    });
  }

  /* The map: names as one goes over the points, arrows between them, a window that is zoomed and moved. */
  const map = $("map");
  const draw = (rows) => { // id, x, y, colour and form, 1 for a target and 2 for who is ruled out, what is said
    const make = (name, values) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(values)) element.setAttribute(key, value);
      return element;
    };
    const all = document.createDocumentFragment();
    for (const [id, x, y, form, flags, said] of rows) {
      const point = make("a", { href: "/person/" + id, class: flags & 2 ? "point out" : "point", transform: `translate(${x} ${y})`, "aria-label": said });
      if (flags & 1) point.append(make("circle", { class: "ring", r: 9 }));
      point.append(make("use", { href: "#f" + form, class: "share c" + form }));
      all.append(point);
    }
    map.append(all);
    return [...map.querySelectorAll(".point")];
  };
  if (map) fetch(map.dataset.points, { headers: { Accept: "application/json" } }).then((answer) => answer.json()).then((rows) => {
    const points = draw(rows);
    const name = $("map-name");
    const height = Number(map.dataset.height);
    const whole = { x: 0, y: 0, w: 1000, h: height };
    let view = { ...whole };
    const show = () => {
      map.setAttribute("viewBox", [view.x, view.y, view.w, view.h].map((one) => one.toFixed(1)).join(" "));
      map.style.setProperty("--scale", Math.sqrt(view.w / whole.w).toFixed(3)); // points grow slower than the room between them
    };
    const zoom = (by, x = view.x + view.w / 2, y = view.y + view.h / 2) => {
      const w = Math.min(whole.w, Math.max(40, view.w * by));
      const factor = w / view.w;
      view = { x: x - (x - view.x) * factor, y: y - (y - view.y) * factor, w, h: view.h * factor };
      keepInside();
      show();
    };
    const keepInside = () => {
      view.x = Math.max(0, Math.min(whole.w - view.w, view.x));
      view.y = Math.max(0, Math.min(whole.h - view.h, view.y));
    };
    const spot = (event) => {
      const box = map.getBoundingClientRect();
      return [view.x + ((event.clientX - box.left) / box.width) * view.w, view.y + ((event.clientY - box.top) / box.height) * view.h];
    };
    $("map-in").addEventListener("click", () => zoom(0.6));
    $("map-out").addEventListener("click", () => zoom(1 / 0.6));
    $("map-whole").addEventListener("click", () => { view = { ...whole }; show(); });
    map.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return; // the page scrolls; with Ctrl the map is zoomed
      event.preventDefault();
      zoom(event.deltaY < 0 ? 0.8 : 1.25, ...spot(event));
    }, { passive: false });
    let held = null;
    map.addEventListener("pointerdown", (event) => { if (event.button === 0 && view.w < whole.w && !event.target.closest(".point")) held = spot(event); });
    addEventListener("pointermove", (event) => {
      if (!held) return;
      const [x, y] = spot(event);
      view.x += held[0] - x;
      view.y += held[1] - y;
      keepInside();
      show();
    });
    addEventListener("pointerup", () => { held = null; });
    const tell = (event) => {
      const point = event.target.closest(".point");
      if (point) name.textContent = point.getAttribute("aria-label");
    };
    map.addEventListener("pointerover", tell);
    map.addEventListener("focusin", tell);

    /* One stop of the Tab key; the arrows go on from there, by value. */
    points.forEach((point, i) => point.setAttribute("tabindex", i === 0 ? "0" : "-1"));
    map.addEventListener("keydown", (event) => {
      const at = points.indexOf(event.target.closest(".point"));
      const step = { ArrowRight: -1, ArrowUp: -1, ArrowLeft: 1, ArrowDown: 1 }[event.key];
      if (event.key === "+" || event.key === "-") { event.preventDefault(); zoom(event.key === "+" ? 0.6 : 1 / 0.6); }
      if (at < 0 || !step) return;
      event.preventDefault();
      const to = points[Math.max(0, Math.min(points.length - 1, at + step))];
      points[at].setAttribute("tabindex", "-1");
      to.setAttribute("tabindex", "0");
      to.focus();
    });
  });
})();

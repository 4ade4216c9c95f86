// SPDX-License-Identifier: MIT
// What makes the review quick: forms without reloading, the list in pieces, sliders, keys. All of it works without, slower.
"use strict";
(() => {
  const html = document.documentElement;
  html.classList.add("scripted");
  const token = document.querySelector('meta[name="form-token"]').content;
  const $ = (id) => document.getElementById(id);
  const live = $("live");
  let fading = 0;

  const say = (text) => {
    if (!text) return;
    live.textContent = text;
    live.classList.add("shown");
    clearTimeout(fading);
    fading = setTimeout(() => live.classList.remove("shown"), 5000);
  };
  const lost = () => say(live.dataset.lost);

  const ask = async (address, options = {}) => {
    const answer = await fetch(address, { ...options, headers: { Accept: "application/json", "X-Knowwho-Token": token, ...options.headers } });
    const kind = answer.headers.get("Content-Type") || "";
    if (!kind.startsWith("application/json")) throw new Error(await answer.text());
    return { status: answer.status, ...(await answer.json()) };
  };
  const elements = (text) => {
    const box = document.createElement("template");
    box.innerHTML = text;
    return [...box.content.children];
  };

  /* What came of a click: the row, the shortlist, what can be undone, and the sentence. */
  const show = (state) => {
    if (state.shortlist !== undefined && $("shortlist")) $("shortlist").innerHTML = state.shortlist;
    if (state.undo !== undefined) {
      $("undo-what").textContent = state.undo ? ": " + state.undo : "";
    }
    if (state.row) list.replaceRow(state.person, elements(state.row)[0]);
    if (state.revision !== undefined) {
      for (const box of document.querySelectorAll(`[data-person="${state.person}"] input[name="revision"]`)) box.value = state.revision;
    }
    say(state.said);
  };

  let lastSent = 0;
  const send = async (form, button) => {
    lastSent = Date.now();
    const body = new URLSearchParams(new FormData(form));
    if (button && button.name) body.set(button.name, button.value);
    try {
      const state = await ask(form.action, { method: "POST", body });
      if (form.dataset.quick === "undo" && (!list.rows || state.undone === "weights")) return location.reload();
      if (form.dataset.reload !== undefined && state.status < 300) return location.reload();
      show(state);
      if (state.status < 300) form.dispatchEvent(new CustomEvent("saved", { bubbles: true, detail: state }));
      if (form.dataset.quick === "undo" || form.dataset.quick === "weights") list.reload();
    } catch (failure) {
      failure instanceof TypeError ? lost() : say(failure.message);
    }
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset.quick) return;
    event.preventDefault();
    send(form, event.submitter);
  });

  /* The list: rows of one height, of which only those near the window are in the page. */
  const list = (() => {
    const rows = $("rows");
    const slice = 100;
    let total = rows ? Number(rows.dataset.total) : 0;
    let known = new Map(); // place from 0 → element
    let asked = new Set();
    let generation = 0;
    let current = -1;
    let person = ""; // whose row is the current one
    let weights = "";
    const height = () => (rows.firstElementChild ? rows.firstElementChild.offsetHeight : 0) || parseFloat(getComputedStyle(html).fontSize) * 5.75;

    const query = () => {
      const choice = new URLSearchParams(new FormData($("filters")));
      for (const [name, value] of [...choice]) if (!value) choice.delete(name);
      return choice;
    };
    const load = async (offset) => {
      if (asked.has(offset)) return;
      asked.add(offset);
      const mine = generation;
      const wanted = query();
      wanted.set("offset", offset);
      wanted.set("limit", slice);
      if (weights) wanted.set("w", weights);
      try {
        const answer = await ask("/rows?" + wanted);
        if (mine !== generation) return;
        if (answer.status !== 200) return say(answer.said);
        $("ranking-anew").hidden = !answer.anew;
        total = answer.total;
        $("count").textContent = answer.count;
        elements(answer.html).forEach((row, i) => known.set(answer.offset + i, row));
        if (answer.shortlist !== undefined) { $("shortlist").innerHTML = answer.shortlist; say(answer.said); }
        paint(true);
      } catch (failure) {
        asked.delete(offset);
        lost();
      }
    };
    const paint = (anew) => {
      const one = height();
      const top = rows.getBoundingClientRect().top;
      const first = Math.max(0, Math.floor(-top / one) - 15);
      const last = Math.min(total, Math.ceil((innerHeight - top) / one) + 15);
      for (let page = Math.floor(first / slice); page * slice < last; page++) load(page * slice);
      const wanted = [];
      for (let at = first; at < last; at++) if (known.has(at)) wanted.push(known.get(at));
      const wantedSet = new Set(wanted);
      const held = document.activeElement && rows.contains(document.activeElement) ? document.activeElement : null;
      const heldRow = held && held.closest(".row");
      if (anew || wanted.length !== rows.children.length || wanted[0] !== rows.firstElementChild) {
        for (const row of [...rows.children]) if (!wantedSet.has(row)) row.remove();
        let before = rows.firstElementChild;
        for (const row of wanted) {
          if (row === before) before = before.nextElementSibling;
          else rows.insertBefore(row, before);
        }
        if (heldRow && !heldRow.isConnected) { // the same thing of the same person keeps the focus
          const again = $("person-" + heldRow.dataset.person);
          const thing = again && again.querySelector(held.classList.length ? "." + held.classList[0] : held.tagName);
          if (thing) thing.focus({ preventScroll: true });
        }
      }
      for (const row of rows.children) {
        const is = row.dataset.person === person;
        row.classList.toggle("current", is);
        if (is) current = Number(row.dataset.at) - 1;
      }
      const shownFirst = wanted.length ? Number(wanted[0].dataset.at) - 1 : first;
      const shownLast = wanted.length ? Number(wanted[wanted.length - 1].dataset.at) : first;
      rows.style.paddingTop = shownFirst * one + "px";
      rows.style.paddingBottom = Math.max(0, total - shownLast) * one + "px";
    };
    const reload = (keep) => {
      if (!rows) return;
      generation++;
      asked = new Set();
      if (!keep) { current = -1; person = ""; }
      const one = height();
      const first = Math.max(0, Math.floor(-rows.getBoundingClientRect().top / one));
      const fresh = known;
      known = new Map();
      load(Math.floor(first / slice) * slice).then(() => { if (known.size === 0 && total > 0) known = fresh; paint(true); });
    };
    const go = (to) => {
      if (!rows || total === 0) return;
      current = Math.max(0, Math.min(total - 1, to));
      const one = height();
      const top = rows.getBoundingClientRect().top + current * one;
      if (top < 80) scrollBy(0, top - 80);
      else if (top + one > innerHeight - 20) scrollBy(0, top + one - innerHeight + 20);
      const row = known.get(current);
      person = row ? row.dataset.person : "";
      paint(false);
      if (row) row.querySelector(".name").focus({ preventScroll: true });
    };
    const replaceRow = (person, row) => {
      if (!rows || !row) return;
      for (const [at, old] of known) {
        if (old.dataset.person !== String(person)) continue;
        row.dataset.at = old.dataset.at;
        row.setAttribute("aria-posinset", old.dataset.at);
        row.setAttribute("aria-setsize", total);
        if (old.classList.contains("current")) row.classList.add("current");
        const held = old.contains(document.activeElement) ? document.activeElement.className || document.activeElement.value : "";
        known.set(at, row);
        old.replaceWith(row);
        const again = held && row.querySelector("." + held.split(" ")[0]);
        if (again) again.focus({ preventScroll: true });
      }
    };

    if (rows) {
      const offset = Number(rows.dataset.offset);
      [...rows.children].forEach((row, i) => known.set(offset + i, row));
      addEventListener("scroll", () => requestAnimationFrame(() => paint(false)), { passive: true });
      addEventListener("resize", () => paint(true));
      let typing = 0;
      $("filters").addEventListener("input", () => {
        clearTimeout(typing);
        typing = setTimeout(() => {
          history.replaceState(null, "", "/" + (query().size ? "?" + query() : ""));
          reload(false);
        }, 120);
      });
      $("filters").addEventListener("submit", (event) => { event.preventDefault(); reload(false); });
      rows.addEventListener("focusin", (event) => {
        const row = event.target.closest(".row");
        if (!row) return;
        person = row.dataset.person;
        current = Number(row.dataset.at) - 1;
        for (const one of rows.children) one.classList.toggle("current", one === row);
      });
      document.addEventListener("visibilitychange", () => { if (!document.hidden) reload(true); });
      paint(false);
    }
    return { rows, reload, go, replaceRow, current: () => current, row: () => (rows ? rows.querySelector(".current") || undefined : undefined), setWeights: (w) => { weights = w; } };
  })();

  /* Tags of a row, without leaving the list. */
  const tagging = $("tag-dialog");
  if (tagging) {
    const form = $("tag-form");
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a.tag-edit");
      const row = link && link.closest(".row");
      if (!row) return;
      event.preventDefault();
      form.action = `/person/${row.dataset.person}/tags`;
      form.elements.revision.value = row.dataset.revision;
      $("tag-name").textContent = row.querySelector(".name").textContent;
      $("tag-value").value = [...row.querySelectorAll(".tag")].map((tag) => tag.dataset.tag).join(", ");
      tagging.showModal();
      $("tag-value").select();
    });
    $("tag-close").addEventListener("click", () => tagging.close());
    form.addEventListener("saved", () => {
      const known = new Set([...$("tag").options].map((option) => option.value));
      for (const tag of $("tag-value").value.split(",").map((one) => one.trim()).filter(Boolean)) if (!known.has(tag)) $("tag").add(new Option(tag, tag));
    });
    form.addEventListener("submit", () => setTimeout(() => tagging.close()));
  }

  /* Sliders: the list follows the hand; it is kept with the button. */
  const weighing = $("weights-form");
  if (weighing) {
    let waits = false;
    const inputs = [...weighing.querySelectorAll('input[name="w"]')];
    const follow = () => {
      for (const input of inputs) input.parentElement.querySelector("output").value = Number(input.value).toLocaleString(html.lang);
      list.setWeights(inputs.map((input) => input.value).join(","));
      if (waits) return;
      waits = true;
      setTimeout(() => { waits = false; list.reload(true); }, 16);
    };
    weighing.addEventListener("input", follow);
    $("weights-reset").addEventListener("click", () => { for (const input of inputs) input.value = input.dataset.written; follow(); });
    weighing.addEventListener("saved", () => list.setWeights(""));
  }

  /* Own openers: taken over with a click, looked through while they are written. */
  const own = $("own-openers");
  if (own) {
    let waits = 0;
    own.addEventListener("input", () => {
      clearTimeout(waits);
      waits = setTimeout(async () => {
        try {
          const answer = await ask("/lint", { method: "POST", body: new URLSearchParams({ text: own.value }) });
          if (answer.findings !== undefined) $("findings").innerHTML = answer.findings;
        } catch (failure) { lost(); }
      }, 250);
    });
    document.addEventListener("click", (event) => {
      const sentence = event.target.dataset.take;
      if (!sentence) return;
      own.value = (own.value.trim() ? own.value.trim() + "\n" : "") + sentence;
      own.focus();
      own.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  /* Keys. They never act while something is being written. */
  const help = $("help");
  $("help-open").addEventListener("click", () => help.showModal());
  const press = (selector) => {
    const row = list.row() || document.querySelector("[data-person]");
    const button = row && row.querySelector(selector);
    if (button) button.click();
  };
  const keys = {
    j: () => list.go(list.current() + 1),
    k: () => list.go(list.current() - 1),
    p: () => press(".pin"),
    v: () => press(".veto"),
    n: () => { const field = $("note"); field ? field.focus() : press("a.note"); },
    t: () => { const field = $("tags"); field ? field.focus() : press("a.tag-edit"); },
    u: () => $("undo").click(),
    "/": () => ($("q") ? $("q").focus() : location.assign("/")),
    "?": () => (help.open ? help.close() : help.showModal()),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=range]), textarea, select")) {
      if (event.key === "Escape" && event.target.blur) event.target.blur();
      return;
    }
    if (document.querySelector("dialog[open]") && !(help.open && event.key === "?")) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  /* Other windows and commands. */
  const anew = $("ranking-anew");
  if ((list.rows || !anew.hidden) && window.EventSource) {
    const events = new EventSource("/events");
    const renewed = () => { // forms that are being filled stay; the map is drawn again
      if (list.rows) list.reload(true);
      else if (!anew.hidden && !document.querySelector("main textarea")) location.reload();
      else if (!anew.hidden) anew.firstChild.textContent = anew.dataset.there + " ";
    };
    events.addEventListener("ranked", renewed);
    events.addEventListener("open", async () => { // it may have been ready before we listened
      if (!anew.hidden && !(await ask("/rows?limit=1")).anew) renewed();
    });
    events.addEventListener("job", (event) => { if (list.rows && !JSON.parse(event.data).running) list.reload(true); });
    events.addEventListener("changed", (event) => {
      const change = JSON.parse(event.data);
      setTimeout(() => { // by then our own click has been answered
        if (!change.person) { // weights: the sliders are others, too
          if (Date.now() - lastSent > 2000) location.reload();
          return;
        }
        const row = document.querySelector(`.row[data-person="${change.person}"]`);
        if (!document.hidden && !(row && Number(row.dataset.revision) >= change.revision)) list.reload(true);
      }, 250);
    });
  }
})();

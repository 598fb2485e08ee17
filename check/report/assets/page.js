"use strict";
// Without this script everything is shown. With it, findings can be filtered.
(() => {
  const nav = document.getElementById("filters");
  const form = nav.querySelector("form");
  const shown = document.getElementById("shown");
  const stories = [...document.querySelectorAll("section.story")].map(section => ({
    section,
    link: document.getElementById("row-" + section.id),
    findings: [...section.querySelectorAll(".finding")],
    rows: [...section.querySelectorAll(".matrix tr[data-verdict], .carried")],
    matrix: section.querySelector(".scroll:has(> .matrix)"),
    folds: [...section.querySelectorAll("details.context")],
  }));
  const total = stories.reduce((n, s) => n + s.findings.length, 0);
  const text = new Map(); // of findings, in lower case, once somebody asks
  const words = f => {
    if (!text.has(f)) text.set(f, f.textContent.toLowerCase());
    return text.get(f);
  };
  const checked = name => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map(i => i.value));
  const all = name => !form.querySelector(`input[name=${name}]:not(:checked)`);

  function apply() {
    const level = checked("level"), verdict = checked("verdict");
    const { rule, outlet, story } = Object.fromEntries(["rule", "outlet", "story"].map(n => [n, form.elements[n].value]));
    const asked = form.elements.words.value.trim().toLowerCase();
    const narrow = rule || outlet || asked || !all("level"); // filters that only findings answer
    const filtered = narrow || !all("verdict");
    let n = 0, m = 0;
    for (const s of stories) {
      let matches = 0, rows = 0;
      for (const f of s.findings) {
        const d = f.dataset;
        const on = level.has(d.level) && verdict.has(d.verdict) && (!rule || d.rule === rule) &&
          (!outlet || d.outlets.split(" ").includes(outlet)) && (!story || d.story === story) &&
          (!asked || words(f).includes(asked));
        f.hidden = !on;
        matches += on;
      }
      for (const r of s.rows) {
        r.hidden = !verdict.has(r.dataset.verdict);
        rows += !r.hidden;
      }
      if (s.matrix) s.matrix.hidden = !s.matrix.querySelector("tr[data-verdict]:not([hidden])");
      for (const d of s.folds) {
        d.hidden = !d.querySelector(".finding:not([hidden])");
        if (rule || outlet || asked) d.open = !d.hidden;
      }
      const on = (!story || s.section.id === story) && (!filtered || matches > 0 || !narrow && rows > 0);
      s.section.hidden = !on;
      if (s.link) s.link.hidden = !on;
      n += matches;
      m += on;
    }
    shown.textContent = `${n} of ${total} findings shown, in ${m} of ${stories.length} ${stories.length === 1 ? "story" : "stories"}`;
  }

  // A link to a finding leads there, whatever is filtered out or folded up.
  function reach() {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest("[hidden]")) { form.reset(); apply(); }
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  }

  // What is reached must not lie under the filters, which stay at the top.
  function clear() {
    const covers = getComputedStyle(nav).position === "sticky" ? nav.offsetHeight : 0;
    document.documentElement.style.scrollPaddingTop = `${covers + 12}px`;
  }

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const d of folded) d.open = true;
  });
  addEventListener("afterprint", () => { for (const d of folded) d.open = false; });

  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", e => e.preventDefault());
  addEventListener("hashchange", reach);
  addEventListener("resize", clear);
  nav.hidden = false;
  clear();
  apply();
  reach();
})();

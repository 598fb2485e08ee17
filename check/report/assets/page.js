"use strict";
// Without this script everything is shown. With it, findings can be filtered.
(() => {
  const nav = document.getElementById("filters");
  const form = nav.querySelector("form");
  const findings = [...document.querySelectorAll(".finding")];
  const stories = [...document.querySelectorAll("section.story")];
  const rows = [...document.querySelectorAll("tr[data-verdict]")];
  const shown = document.getElementById("shown");
  nav.hidden = false;

  const checked = name => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map(i => i.value));
  const words = new Map(findings.map(f => [f, f.textContent.toLowerCase()]));

  function apply() {
    const level = checked("level"), verdict = checked("verdict");
    const rule = form.elements.rule.value, outlet = form.elements.outlet.value, story = form.elements.story.value;
    const asked = form.elements.words.value.trim().toLowerCase();
    let n = 0;
    for (const f of findings) {
      const d = f.dataset;
      const on = level.has(d.level) && verdict.has(d.verdict) && (!rule || d.rule === rule) &&
        (!outlet || d.outlets.split(" ").includes(outlet)) && (!story || d.story === story) &&
        (!asked || words.get(f).includes(asked));
      f.hidden = !on;
      n += on;
    }
    for (const r of rows) r.hidden = !verdict.has(r.dataset.verdict);
    for (const s of stories) s.hidden = !!story && s.id !== story;
    shown.textContent = `${n} of ${findings.length} findings shown`;
  }

  // A link to a finding leads there, whatever is filtered out.
  function reach() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) { form.reset(); apply(); }
    const box = target.closest("details");
    if (box) box.open = true;
    target.scrollIntoView();
  }

  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", e => e.preventDefault());
  window.addEventListener("hashchange", reach);
  apply();
  reach();
})();

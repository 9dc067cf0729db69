
"use strict";
// Filters the findings in place. Without this script the page shows everything and its controls stay hidden.
(() => {
  const byId = (id) => document.getElementById(id);
  const filter = byId("filter");
  const text = byId("filter-text");
  const result = byId("filter-result");
  const unfold = byId("unfold");
  const findings = [...document.querySelectorAll(".finding")];
  const holders = [...document.querySelectorAll(".group"), ...document.querySelectorAll(".chapter")];
  const details = [...document.querySelectorAll(".finding details")];
  const choices = [
    [byId("filter-verdict"), (finding, value) => finding.dataset.verdict === value],
    [byId("filter-chapter"), (finding, value) => finding.dataset.chapter === value],
    [byId("filter-role"), (finding, value) => finding.dataset.roles.split("|").includes(value)],
    [byId("filter-state"), (finding, value) => finding.dataset.state === value],
  ];

  // Accents and case do not count in a search.
  const plain = (string) => string.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const searchable = new Map();
  const textOf = (finding) => {
    if (!searchable.has(finding)) {
      const group = finding.closest(".group").querySelector("h4").textContent;
      searchable.set(finding, plain(group + " " + finding.textContent));
    }
    return searchable.get(finding);
  };

  const apply = () => {
    const words = plain(text.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const finding of findings) {
      const agrees = choices.every(([select, test]) => !select.value || test(finding, select.value))
        && words.every((word) => textOf(finding).includes(word));
      finding.hidden = !agrees;
      if (agrees) shown += 1;
    }
    for (const holder of holders) holder.hidden = !holder.querySelector(".finding:not([hidden])");
    result.textContent = shown === findings.length
      ? `All ${findings.length} findings` : `${shown} of ${findings.length} findings`;
    byId("nothing").hidden = shown > 0;
  };

  const reset = () => {
    text.value = "";
    for (const [select] of choices) select.value = "";
    apply();
  };

  // A link into what the filter hides shows everything again.
  const reveal = () => {
    const place = byId(location.hash.slice(1));
    if (!place || !place.closest("[hidden]")) return;
    reset();
    place.scrollIntoView();
  };

  let pending = 0;
  text.addEventListener("input", () => {
    clearTimeout(pending);
    pending = setTimeout(apply, 120);
  });
  for (const [select] of choices) select.addEventListener("change", apply);
  byId("filter-reset").addEventListener("click", () => {
    reset();
    text.focus();
  });
  unfold.addEventListener("click", () => {
    const open = unfold.getAttribute("aria-pressed") !== "true";
    for (const element of details) element.open = open;
    unfold.setAttribute("aria-pressed", String(open));
    unfold.textContent = open ? "Fold all" : "Unfold all";
  });
  addEventListener("hashchange", reveal);

  // Paper cannot be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = details.filter((element) => !element.open);
    for (const element of folded) element.open = true;
  });
  addEventListener("afterprint", () => {
    for (const element of folded) element.open = false;
  });

  filter.hidden = false;
  apply();
})();

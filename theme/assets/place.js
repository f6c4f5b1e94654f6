// Keeps the reader's place: in the other language, and where a section has moved away.
// Without this script the switch opens the top of the page, and the moved section shows its link.
"use strict";
(() => {
  const switches = [...document.querySelectorAll("a[data-switch]")].map((link) => [link, link.href]);

  // A page that replaces this one shows no stray step when the reader goes back.
  function goOn(id) {
    const there = id && document.getElementById(id);
    const link = there && there.classList.contains("moved") && there.querySelector("a");
    if (link) location.replace(link.href);
  }

  function keep() {
    for (const [link, href] of switches) link.href = href + location.hash;
    try {
      goOn(decodeURIComponent(location.hash.slice(1)));
    } catch {
      // An address cut off in the middle of a letter names no section.
    }
  }

  keep();
  addEventListener("hashchange", keep);
})();

/* What pages can do without: notes that open when a link leads into them, a menu that closes with
   Escape, and a leaflet with every note open and the address of every link. */
(() => {
  "use strict";

  // A link may lead to a note that is folded, or to something inside one.
  function reveal() {
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      // An address cut off in the middle of a letter names no section.
    }
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.matches("details")) at.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  const menu = document.querySelector(".menu");
  if (menu) {
    const close = () => { menu.open = false; };
    addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !menu.open) return;
      if (menu.contains(document.activeElement)) menu.firstElementChild.focus();
      close();
    });
    addEventListener("click", ({ target }) => {
      if (!menu.contains(target) || target.closest("a")) close();
    });
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !menu.contains(relatedTarget)) close();
    });
  }

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("main details:not([open])")];
    for (const note of folded) note.open = true;
    for (const link of document.querySelectorAll("article a[href]:not(nav *)")) {
      const away = link.origin + link.pathname !== location.origin + location.pathname;
      if (away && !link.getAttribute("href").startsWith("http") && link.protocol.startsWith("http"))
        link.dataset.address = link.href;
    }
  });
  addEventListener("afterprint", () => {
    for (const note of folded) note.open = false;
    for (const link of document.querySelectorAll("[data-address]")) delete link.dataset.address;
  });
})();

// "Link to this": a menu beside each heading and card that copies its address, in one language or
// both, its short address, or a line for an e-mail, and leads to the same place in the other
// language. Without this script each mark is a plain link. What to copy stands in the page:
// data-cy, data-en and data-short of the mark, and the addresses in the head.
(() => {
  const settings = document.getElementById("link-settings");
  if (!settings) return;
  const { labels, checked, across: opens } = JSON.parse(settings.textContent);
  const here = document.documentElement.lang;
  const there = here === "cy" ? "en" : "cy";
  const head = (language) => document.querySelector(`link[rel~=alternate][hreflang=${language}]`).href;
  const make = (name, props, ...children) => {
    const made = Object.assign(document.createElement(name), props);
    made.append(...children);
    return made;
  };

  // The published short address of what a mark or an item of a list stands for; blank if none.
  const short = (from) => {
    const item = from.closest("ul.links li");
    const link = item && item.querySelector(":scope > a.short-link");
    const words = item ? link && link.textContent.slice(1) : from.dataset.short;
    return words ? new URL(`${words}/`, head("x-default")).href : "";
  };

  // What a mark, or an item of a list of links, leads to and is called in a language.
  const found = (from, language) => {
    const item = from.closest("ul.links li");
    if (!item) {
      const words = from.dataset[language];
      const card = from.hash.includes(".");
      const day = card || !checked[language] ? "" : ` ${checked[language]}.`;
      const end = card || /[.?!]$/.test(words) ? "" : ".";
      return [new URL(from.getAttribute("href"), head(language)).href, words + end + day];
    }
    const link = item.querySelector(language === here ? "a" : "a.other-language");
    // The published address, wherever the page is read.
    const address = new URL(link.getAttribute("href"), head(here)).href;
    return [address, item.dataset[language] || `${link.textContent}.`];
  };

  const texts = {
    here: (from) => found(from, here)[0],
    both: (from) => [here, there].map((language) => found(from, language)[0]).join("\n"),
    short,
    ready: (from) =>
      [here, there].map((language) => found(from, language).reverse().join(" ")).join("\n"),
  };

  const switched = document.querySelector("a[data-switch]");
  let opener = null;
  const said = make("p", { className: "link-said" });
  said.setAttribute("role", "status");
  const shown = make("textarea", { className: "link-text", readOnly: true, hidden: true, rows: 3 });
  shown.setAttribute("aria-label", labels.text);
  const menu = make("div", { className: "link-menu", hidden: true });
  menu.setAttribute("role", "group");
  menu.setAttribute("aria-label", labels.menu);

  const close = () => {
    if (!opener) return;
    opener.setAttribute("aria-expanded", "false");
    menu.hidden = true;
    opener = null;
  };
  const buttons = {};
  const copy = async (text) => {
    said.textContent = "";
    shown.hidden = true;
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = labels.copied;
    } catch {
      shown.value = text;
      shown.hidden = false;
      shown.select();
      said.textContent = labels.refused;
    }
  };
  for (const kind of Object.keys(texts)) {
    buttons[kind] = make("button", { type: "button" }, labels[kind]);
    buttons[kind].addEventListener("click", () => copy(texts[kind](opener)));
    menu.append(buttons[kind]);
  }
  const across = make("a", { className: "link-across", lang: there, hreflang: there }, opens[there]);
  const leave = make("button", { type: "button", className: "link-close" }, labels.close);
  leave.addEventListener("click", () => {
    const back = opener;
    close();
    back.focus();
  });
  menu.append(across, leave, said, shown);

  const open = (from) => {
    const again = opener === from;
    close();
    if (again) return;
    opener = from;
    from.setAttribute("aria-expanded", "true");
    said.textContent = "";
    shown.hidden = true;
    buttons.short.hidden = !short(from);
    // Seen, it can be read out over the phone.
    buttons.short.textContent = `${labels.short}: ${short(from).replace(/^https:\/\/|\/$/g, "")}`;
    across.hidden = !from.matches("a.headerlink");
    if (!across.hidden) across.href = new URL(from.getAttribute("href"), switched.href).href;
    (from.closest("h1, h2, h3, h4, p") || from).after(menu);
    menu.hidden = false;
    menu.querySelector("button").focus();
  };

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("a.headerlink, button.link-copy");
    if (mark && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      open(mark);
    } else if (opener && !menu.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener) leave.click();
  });
  for (const mark of document.querySelectorAll("a.headerlink")) {
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-expanded", "false");
    mark.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      open(mark);
    });
  }

  // The page of links: a button for each, and a box that narrows the list.
  const items = [...document.querySelectorAll("ul.links li")];
  for (const item of items) {
    const link = item.querySelector("a");
    const button = make("button", { type: "button", className: "link-copy" }, labels.copy);
    button.setAttribute("aria-label", `${labels.copy}: ${link.textContent}`);
    button.setAttribute("aria-expanded", "false");
    [...item.querySelectorAll(":scope > a")].pop().after(" ", button);
  }
  const box = document.querySelector(".link-filter");
  if (!box) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const input = make("input", { type: "search", autocomplete: "off" });
  const count = make("p", {});
  count.setAttribute("role", "status");
  box.append(make("label", {}, box.dataset.label, " ", input), count);
  const rows = [...items, ...document.querySelectorAll(".short-links tbody tr")];
  const words = new Map(rows.map((row) => [row, plain(
    [...row.querySelectorAll("a, td")].map((each) => each.textContent).join(" "),
  )]));
  // What stands below each heading, so that none is left with nothing below it.
  const groups = [];
  for (const part of box.parentElement.children) {
    if (part.matches("h2")) groups.push([part]);
    else if (groups.length) groups.at(-1).push(part);
  }
  input.addEventListener("input", () => {
    close();
    const wanted = plain(input.value).split(/\s+/).filter(Boolean);
    for (const row of rows) row.hidden = !wanted.every((word) => words.get(row).includes(word));
    for (const group of groups) {
      const found = group.some((part) => part.querySelector(
        ":scope > li:not([hidden]), tbody tr:not([hidden])"));
      for (const part of group) part.hidden = wanted.length > 0 && !found;
    }
    const contents = document.querySelector("main .contents");
    if (contents) contents.hidden = wanted.length > 0;
    const left = rows.filter((row) => !row.hidden).length;
    const said = left ? box.dataset.found.replace("#", left) : box.dataset.nothing;
    count.textContent = wanted.length ? said : "";
  });
})();

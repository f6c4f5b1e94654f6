// The normaliser is that of src/canllaw/welsh/search_keys.py; a test holds the two together.
(function () {
  "use strict";

  const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
  const BACK = /['’](?:r|n|i|u|w|m|th|ch|s|re|ve|ll)$/i;
  const FORWARD = /^(?:b|d|f|m|s|t|n|r)['’]/i;
  // Mutated letters, and what each may have been.
  const LETTER = /^(?:ngh|ng|mh|nh|ch|dd|ff|ll|ph|rh|th|ts|[^])/;
  const UNDONE = {
    b: "p", d: "t", g: "c", f: "b m", dd: "d", l: "ll", r: "rh", mh: "p", nh: "t", ngh: "c",
    m: "b", n: "d", ng: "g", ph: "p", th: "t", ch: "c",
  };
  const has = Object.hasOwn;

  function fold(text) {
    return text.toLowerCase().replace(/[‘’ʼ]/g, "'")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  }

  const bare = (word) => word.replace(BACK, "").replace(FORWARD, "");
  const words = (text) => (text.match(WORD) || []).map(bare).filter(Boolean);

  function radicals(word) {
    const letter = LETTER.exec(word)[0], rest = word.slice(letter.length), found = [word];
    if (has(UNDONE, letter)) UNDONE[letter].split(" ").forEach((was) => found.push(was + rest));
    if (/^[aeiouwylnr]$/.test(letter)) found.push("g" + word);
    if (letter === "h" && rest.length > 1 && /^[aeiouwy]/.test(rest)) found.push(rest);
    return found;
  }

  // The endings and the odd plurals come with the index.
  function keys(word, { lang, endings, bases }) {
    const found = lang === "cy" ? radicals(fold(word)) : [fold(word)];
    for (const form of found.slice()) {
      if (has(bases, form)) found.push(bases[form]);
      else for (const [ending, instead, least] of endings) {
        const left = form.length - ending.length;
        if (left >= least && form.endsWith(ending)) found.push(form.slice(0, left) + instead);
      }
    }
    return [...new Set(found)];
  }

  // How many letters are too many, too few, wrong or swapped.
  function slips(one, other, most) {
    let before, last = [...Array(other.length + 1).keys()];
    if (Math.abs(one.length - other.length) > most) return most + 1;
    for (let i = 1; i <= one.length; i++) {
      const now = [i];
      for (let j = 1; j <= other.length; j++) {
        now[j] = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          now[j] = Math.min(now[j], before[j - 2] + 1);
      }
      [before, last] = [last, now];
    }
    return last[other.length];
  }

  class Index {
    constructor(data) {
      Object.assign(this, data);
      this.vocabulary = Object.keys(data.keys);
      this.small = new Set(data.small);
      this.foreign = new Set(data.foreign);
    }

    asked(query) {
      const all = words(query), kept = all.filter((word) => !this.small.has(fold(word)));
      return kept.length ? kept : all;
    }

    // The keys that a word leads to, each with how sure that is.
    expand(word, unfinished) {
      const found = new Map(), mine = keys(word, this);
      const put = (key, sure) => { if (!(found.get(key) >= sure)) found.set(key, sure); };
      mine.forEach((key, place) => { if (has(this.keys, key)) put(key, place ? 0.8 : 1); });
      if (unfinished && mine[0].length > 1) for (const key of this.vocabulary)
        if (key.startsWith(mine[0])) put(key, 0.6 * mine[0].length / key.length);
      this.sure = found.size > 0;
      const most = mine[0].length > 6 ? 2 : 1;
      if (!found.size && mine[0].length > 3) for (const key of this.vocabulary)
        for (const form of mine.slice(0, 3)) {
          const count = slips(form, key, most);
          if (count <= most && (key[0] === form[0] || count < 2)) put(key, 0.6 / count);
        }
      return found;
    }

    // Pages, best first; `marks` tells which words of a text matched, `sure` that none was guessed,
    // `foreign` that one is known as a word of the other language.
    search(query) {
      const asked = this.asked(query), pages = new Map(), marked = new Set();
      let sure = asked.length > 0, foreign = false;
      asked.forEach((word, number) => {
        const unfinished = number === asked.length - 1 && !/\s$/.test(query);
        const found = this.expand(word, unfinished), best = this.weigh(found);
        for (const key of found.keys()) marked.add(key);
        sure &&= this.sure;
        foreign ||= this.foreign.has(fold(word));
        for (const [section, score] of best) this.credit(pages, section, number, score);
      });
      let results = [...pages.values()].map((page) => this.ranked(page, asked.length));
      results.sort((one, other) => other.score - one.score || one.page - other.page);
      results = results.filter(({ score }) => score > results[0].score / 6);
      const marks = (word) => keys(bare(word), this).some((key) => marked.has(key))
        && !this.small.has(fold(bare(word)));
      return { results, marks, sure, foreign };
    }

    // What each section counts for. A word is as rare as its own forms, whatever begins like it.
    weigh(found) {
      const best = new Map(), held = new Set(), own = Math.max(...found.values()) >= 0.8;
      for (const [key, sure] of found) {
        const steps = this.keys[key];
        for (let i = 0, section = 0; i < steps.length; i += 2) {
          section += steps[i];
          if (!own || sure >= 0.8) held.add(section);
          best.set(section, Math.max(best.get(section) || 0, sure * steps[i + 1]));
        }
      }
      const rarity = Math.log(1 + (this.sections.length - held.size + 0.5) / (held.size + 0.5));
      best.forEach((score, section) => best.set(section, score * rarity));
      return best;
    }

    credit(pages, section, number, score) {
      const page = this.sections[section][0];
      if (!pages.has(page)) pages.set(page, { page, words: [], sections: new Map() });
      const entry = pages.get(page), own = entry.sections.get(section) || { score: 0, hits: 0 };
      own.score += score;
      own.hits += 1;
      entry.sections.set(section, own);
      entry.words[number] = Math.max(entry.words[number] || 0, score);
    }

    // A section with all the words beats a page that has them here and there.
    ranked(entry, count) {
      const share = (hits) => (hits / count) ** 2;
      const sections = [...entry.sections].map(([section, own]) =>
        ({ section, score: own.score * share(own.hits) }));
      sections.sort((one, other) => other.score - one.score || one.section - other.section);
      const words = entry.words.filter(Boolean);
      const whole = words.reduce((sum, score) => sum + score, 0) * share(words.length);
      const [address, title] = this.pages[entry.page];
      return {
        page: entry.page, address, title, score: sections[0].score + whole * 0.6,
        sections: sections.map(({ section }) => {
          const [, id, heading, text] = this.sections[section];
          return { id, heading, text: this.texts[text] };
        }),
      };
    }
  }

  if (typeof module === "object") {
    module.exports = { Index, fold, keys, words };
    return;
  }

  const settings = document.getElementById("search-settings");
  if (!settings) return;
  const { base, language, other, labels, pages } = JSON.parse(settings.textContent);
  const root = new URL(base.replace(/\/?$/, "/"), location.href);
  const loaded = {};

  function load(of) {
    loaded[of] = loaded[of] || fetch(new URL(`search/${of}.json`, root))
      .then((answer) => { if (!answer.ok) throw new Error(answer.status); return answer.json(); })
      .then((data) => new Index(data))
      .catch((error) => { delete loaded[of]; throw error; });
    return loaded[of];
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.append(...children);
    return made;
  }

  // A text, or the part of it round the first word that matched.
  function marked(text, marks, most) {
    const found = [...text.matchAll(WORD)].filter((word) => marks(word[0]));
    let from = 0, to = text.length;
    if (most && to > most) {
      from = found.length ? Math.max(0, found[0].index - 50) : 0;
      if (from) from = text.indexOf(" ", from) + 1;
      if (from + most < to) to = text.lastIndexOf(" ", from + most);
    }
    const parts = [from ? "… " : ""];
    for (const word of found) {
      const end = word.index + word[0].length;
      if (word.index < from || end > to) continue;
      parts.push(text.slice(from, word.index), element("mark", {}, word[0]));
      from = end;
    }
    return [...parts, text.slice(from, to), to < text.length ? " …" : ""];
  }

  const counted = (count, name) =>
    count === 1 ? labels[`${name}-one`] : labels[`${name}-many`].replace("#", count);

  function item(result, marks) {
    const made = element("li", {});
    const line = (name, text, most) => text
      ? [element("span", { class: `search-${name}` }, ...marked(text, marks, most))] : [];
    result.sections.slice(0, 2).forEach(({ id, heading, text }, place) => {
      const url = new URL(result.address + (id && `#${id}`), root);
      made.append(element("a", { class: "search-result", href: url },
        ...line("title", !place && result.title), ...line("heading", heading),
        ...line("text", text, 150)));
    });
    return made;
  }

  async function elsewhere(query) {
    const index = await load(other);
    const { results, sure } = index.search(`${query} `);
    if (!sure || !results.length) return null;
    const link = element("a", { class: "search-result search-other", hreflang: other,
      href: new URL(`${pages[other]}?q=${encodeURIComponent(query)}`, root) },
      `${counted(results.length, "other")}: `, element("span", { lang: other }, query));
    return element("li", {}, link);
  }

  function viewIn(place, hint, most) {
    const line = place.querySelector("[role=status]"), list = place.querySelector("ol");
    let turn = 0;
    const fill = (items, said) => { list.replaceChildren(...items); line.textContent = said; };
    return async (query) => {
      const mine = ++turn;
      if (!query.trim()) return fill([], hint);
      try {
        const index = await load(language);
        if (mine !== turn) return;
        const { results, marks, sure, foreign } = index.search(query);
        fill(results.slice(0, most).map((result) => item(result, marks)),
          results.length ? counted(results.length, "results") : labels.none);
        if (sure && !foreign) return;
        // Whoever is still typing may yet type a word of this language.
        await new Promise((done) => setTimeout(done, 300));
        const more = mine === turn && await elsewhere(query.trim());
        if (!more || mine !== turn) return;
        list.append(more);
        line.append(` · ${more.textContent}`);
      } catch {
        if (mine === turn) fill([], labels.failed);
      }
    };
  }

  // The box in the header. Its answers are open while it has the focus and something is typed.
  function mountBox(box) {
    const input = box.querySelector("input"), answers = box.querySelector(".site-search-answers");
    const show = viewIn(box, labels.hint, 10);
    const links = () => [...answers.querySelectorAll("a")];
    const open = (on) => { answers.hidden = !on; };
    const look = () => { open(input.value.trim()); show(input.value); };
    input.addEventListener("input", look);
    input.addEventListener("focus", () => { if (answers.hidden && input.value.trim()) look(); });
    box.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !box.contains(relatedTarget)) open(false);
    });
    addEventListener("click", ({ target }) => {
      if (!box.contains(target) || target.closest("a")) open(false);
    });

    function inBox(key, active) {
      const stops = [input, ...links()], here = stops.indexOf(active);
      const step = { ArrowDown: 1, ArrowUp: stops.length - 1 }[key];
      // The box opens its answers when it gets the focus, so they close after it has it.
      if (key === "Escape") { input.focus(); open(false); return true; }
      if (step && here >= 0) stops[(here + step) % stops.length].focus();
      else return false;
      return true;
    }

    addEventListener("keydown", (event) => {
      const { key } = event, active = document.activeElement;
      if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
      if (!answers.hidden && box.contains(active) && inBox(key, active)) event.preventDefault();
    });
  }

  function mountPage(page) {
    const input = page.querySelector("input"), show = viewIn(page, "", 30);
    page.hidden = false;
    input.value = new URLSearchParams(location.search).get("q") || "";
    show(input.value);
    input.addEventListener("input", () => {
      history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
      show(input.value);
    });
    input.form.addEventListener("submit", (event) => event.preventDefault());
  }

  const box = document.querySelector(".site-search"), page = document.getElementById("search-page");
  if (box) mountBox(box);
  if (page) mountPage(page);
})();

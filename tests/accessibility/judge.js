// What the tests ask of an open page, beside axe-core: see axe.py.
window.judge = (() => {
  const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  // The rules that go by where things are, and by their colours. All go by which elements there are
  // and whether they show.
  const LAYOUT = ["target-size", "scrollable-region-focusable"];
  const COLOUR = ["color-contrast", "link-in-text-block"];

  // A sign before a word is no background; looking for one takes axe ten times as long, and makes
  // it leave the contrast undecided. Options that are not named would be gone, and the rule with
  // them.
  axe.configure({ checks: [{ id: "color-contrast",
    options: { ...axe._audit.checks["color-contrast"].options, ignorePseudo: true } }] });

  // What is judged already is left out: texts like others, and targets that are large enough, with
  // no other over them.
  let known = new Set(), knownTexts = new Set(), largeTargets = new Set();
  const leftOut = { "target-size": () => largeTargets };
  for (const id of COLOUR) leftOut[id] = () => knownTexts;
  for (const rule of axe._audit.rules.filter(({ id }) => leftOut[id])) {
    const { id, matches } = rule;
    rule.matches = (node, ...more) => !leftOut[id]().has(node) && matches(node, ...more);
  }

  const run = async (within, type, values) => {
    const { violations, incomplete } = await axe.run(within, { runOnly: { type, values },
      resultTypes: ["violations", "incomplete"], selectors: false });
    // Words in a picture axe never decides: test_axe_others.py holds their colours by itself.
    const undecided = incomplete.filter(({ id }) => id === "color-contrast")
      .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => !html.startsWith("<text")) }));
    return [...violations, ...undecided].flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) =>
      `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\s+/g, " ")}`));
  };

  const seen = new Set();
  const isNew = (elements) => {
    const { size } = seen;
    return seen.add(elements).size > size;
  };
  const largeOf = (shown) => {
    const targets = shown.filter((each) => each.matches("a, button, input, select, summary"))
      .map((each) => [each, each.getBoundingClientRect()]).sort(([, a], [, b]) => a.top - b.top);
    const large = new Set(
      targets.filter(([, box]) => box.width >= 24 && box.height >= 24).map(([each]) => each));
    for (const [place, [one, a]] of targets.entries()) {
      for (const [other, b] of targets.slice(place + 1)) {
        if (b.top >= a.bottom) break;
        if (b.left >= a.right || b.right <= a.left) continue;
        large.delete(one);
        large.delete(other);
      }
    }
    return large;
  };
  const named = (each) => `${each.tagName}.${each.getAttribute("class")}`;
  // The texts whose kind is new, by kind: what each is, where it stands, its letters, and what is
  // behind them, all by name and by colour in the light scheme.
  const freshTexts = (all, shown, styles) => {
    const behind = new Map([[document.documentElement, "canvas"]]), fresh = new Map();
    for (const each of all) {
      const { backgroundColor, backgroundImage, opacity } = styles.get(each);
      const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
      const below = behind.get(each.parentElement);
      behind.set(each,
        own === "rgba(0, 0, 0, 0) none 1" ? below : `${below} > ${named(each)} ${own}`);
    }
    for (const each of shown) {
      const text = each.matches("input, select, textarea")
        || [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!text) continue;
      const { color, fontSize, fontWeight, textDecorationLine } = styles.get(each);
      const around = each.parentElement, beside = styles.get(around) ?? getComputedStyle(around);
      const kind = [named(around), beside.color, named(each), color, fontSize, fontWeight,
        textDecorationLine, behind.get(each)].join("|");
      if (!known.has(kind) && !fresh.has(kind)) fresh.set(kind, each);
    }
    return fresh;
  };

  return {
    /** Judge a part of the page, as it is now. */
    part: (within) => run(within, "tag", TAGS),
    /** Judge what is new at this width. `kinds` are the kinds of text that are known, or null where
        every text is to be judged. Returns what is wrong, and the kinds that are new. */
    async light(kinds) {
      const all = [...document.querySelectorAll("body, body *")];
      const styles = new Map(all.map((each) => [each, getComputedStyle(each)]));
      const shown = all.filter((each) => each.checkVisibility({ visibilityProperty: true }));
      const elements = all.map((each) => {
        const { display, visibility } = styles.get(each);
        return `${display} ${visibility}`;
      }).join();
      largeTargets = largeOf(shown);
      known = new Set(kinds);
      const fresh = kinds ? freshTexts(all, shown, styles) : new Map();
      knownTexts = new Set(kinds ? all : []);
      for (const text of fresh.values()) knownTexts.delete(text);

      const texts = !kinds || fresh.size > 0;
      const wrong = isNew(elements) ? await run("html", "tag", TAGS)
        : await run("html", "rule", texts ? [...LAYOUT, ...COLOUR] : LAYOUT);
      return { wrong, kinds: [...fresh.keys()], texts };
    },
    /** Judge the same texts again, in the colours the page has now. */
    dark: () => run("html", "rule", COLOUR),
  };
})();
null

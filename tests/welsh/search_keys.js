// Reads {"script", "rules", "forms", "texts"}; prints the keys of each form, the words of each text.
const { readFileSync } = require("node:fs");
const { script, rules, forms, texts } = JSON.parse(readFileSync(0, "utf-8"));
const { keys, words } = require(script);
const found = { keys: forms.map((form) => keys(form, rules)), words: texts.map(words) };
process.stdout.write(JSON.stringify(found));

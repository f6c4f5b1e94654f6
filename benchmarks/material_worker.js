// Runs Material's own search worker, unchanged, in Node. Reads {"worker", "lunr", "index",
// "queries", "limit"} and prints the pages found first for each query, and how long it took.
const { readFileSync } = require("node:fs");
const vm = require("node:vm");
const path = require("node:path");

const given = JSON.parse(readFileSync(0, "utf-8"));
let listener;
let answer;
const world = {
  console: { warn() {}, log() {} },
  addEventListener: (_name, heard) => { listener = heard; },
  postMessage: (message) => answer(message),
  URL,
  setTimeout,
};
world.self = world;
world.globalThis = world;
vm.createContext(world);
world.importScripts = (...files) => files.forEach((file) =>
  vm.runInContext(readFileSync(path.resolve(path.dirname(given.worker), file), "utf-8"), world));
vm.runInContext(readFileSync(given.worker, "utf-8"), world);

const ask = (type, data) => new Promise((done) => {
  answer = done;
  listener({ data: { type, data } });
});

(async () => {
  const index = JSON.parse(readFileSync(given.index, "utf-8"));
  // What Material's page sends: the settings of its theme, then each query.
  await ask(0, { ...index, options: { suggest: false } });
  const found = [];
  for (const query of given.queries) {
    const start = performance.now();
    const { data } = await ask(2, query);
    found.push({
      addresses: data.items.slice(0, given.limit).map((item) => item[0].location.split("#")[0]),
      milliseconds: performance.now() - start,
    });
  }
  process.stdout.write(JSON.stringify(found));
})();

// Reads {"script", "index", "queries", "limit"} and prints, for each query, the addresses found.
const { readFileSync } = require("node:fs");
const given = JSON.parse(readFileSync(0, "utf-8"));
const { Index } = require(given.script);
const index = new Index(JSON.parse(readFileSync(given.index, "utf-8")));
const found = given.queries.map((query) => {
  const start = performance.now();
  const { results } = index.search(query);
  return {
    addresses: results.slice(0, given.limit).map((result) => result.address),
    milliseconds: performance.now() - start,
  };
});
process.stdout.write(JSON.stringify(found));

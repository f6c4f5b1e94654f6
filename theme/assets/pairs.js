// The filters of the table for editors: without this script the table is whole.
const form = document.querySelector(".pair-filter");
const rows = [...document.querySelectorAll(".pair-table tbody tr")];

function show() {
  const words = form.querySelector("#pair-words").value.trim().toLowerCase();
  const state = form.querySelector("#pair-state").value;
  let shown = 0;
  for (const row of rows) {
    const states = row.dataset.states.split(" ");
    row.hidden = !row.dataset.words.includes(words) || (state !== "" && !states.includes(state));
    shown += !row.hidden;
  }
  form.querySelector("output").value = shown;
}

form.hidden = false;
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();

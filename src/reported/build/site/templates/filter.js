"use strict"
// Shows those claims of an index that hold all the words that are typed.
const form = document.querySelector(".filter")
const field = form.querySelector("input"), status = form.querySelector("[role=status]")
const sections = [...document.querySelectorAll(".entry")].map((section) => ({
  section,
  rows: [...section.querySelectorAll("li")].map((row) => ({
    row, text: `${section.querySelector("h2").textContent} ${row.textContent}`.toLowerCase()
  }))
}))
form.hidden = false
form.addEventListener("submit", (event) => event.preventDefault())
field.addEventListener("input", () => {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean)
  let found = 0
  for (const { section, rows } of sections) {
    let here = 0
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word))
      here += !row.hidden
    }
    section.hidden = !here
    found += here
  }
  status.textContent = words.length ? form.dataset.found.replace("{n}", found) : ""
})

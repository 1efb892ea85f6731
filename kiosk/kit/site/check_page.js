// The page of the checker: shows what `problemsOf` finds, while one writes.
"use strict";

const field = document.getElementById("text");
const list = document.getElementById("problems");
const verdict = document.getElementById("verdict");

function show() {
  const found = field.value.trim() === "" ? [] : problemsOf(field.value, RULES);
  list.replaceChildren(...found.map(itemOf));
  showLesson(plainly(field.value));
  verdict.className = found.length > 0 ? "bad" : "good";
  if (field.value.trim() === "") verdict.textContent = "";
  else verdict.textContent = found.length > 0 ? `Có ${found.length} chỗ cần sửa.` : "Không thấy lỗi.";
}

// What is written, as far as it can be read; null where it cannot.
function plainly(text) {
  try {
    return jsyaml.load(text, { schema: jsyaml.CORE_SCHEMA });
  } catch {
    return null;
  }
}

function itemOf(problem) {
  const button = document.createElement("button");
  button.textContent = `Dòng ${problem.line}: ${problem.message}`;
  button.addEventListener("click", () => goTo(problem.line));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

function goTo(line) {
  const lines = field.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  field.focus();
  field.setSelectionRange(start, start + lines[line - 1].length);
}

async function read(file) {
  if (!file) return;
  field.value = (await file.text()).replace(/\r\n?/g, "\n");
  show();
}

field.addEventListener("input", show);
document.getElementById("file").addEventListener("change", event => read(event.target.files[0]));
document.addEventListener("dragover", event => event.preventDefault());
document.addEventListener("drop", event => {
  event.preventDefault();
  read(event.dataTransfer.files[0]);
});

// The page of the checker: what is wrong with a lesson while one writes it, and the lesson itself
// in the pages of the web edition.
"use strict";

const PAUSE_MS = 500;
const one = id => document.getElementById(id);
const [field, list, verdict, frame] = ["text", "problems", "verdict", "shown"].map(one);
let fileName = "bai-moi.yaml";
let python = null;
let waiting = 0;

// What the pages ask for, each file once as long as the lesson stays the same.
window.lessonFiles = (() => {
  let contents, texts, voices, rings;
  const answered = answer => {
    const { content, lines, voices: keys, rings: ringing } = JSON.parse(answer);
    texts.push(...lines);
    voices.push(...keys.map(key => KIT_VOICES[key] ?? null));
    rings.push(...ringing);
    return content;
  };
  const made = path => {
    const content = answered(python.lesson.content(path, texts.length));
    if (path === "voice/vi/_pages.json") return content.map(key => KIT_VOICES[key] ?? null);
    if (content.nodes) content.grown = node => {
      const { node: written, keys, targets } = answered(python.lesson.grown(path, node, texts.length));
      return (Object.assign(content, { keys, targets }).nodes[node] = written);
    };
    return content.remember ? Object.assign(content, { lines: texts, rings }) : content;
  };
  return {
    forget: () => {
      [contents, texts, voices, rings] = [new Map(), [], [], []];
    },
    content: path => {
      if (path.startsWith("voice/") && !path.includes("_pages")) return voices;
      if (!contents.has(path)) contents.set(path, made(path));
      return contents.get(path);
    },
    address: path => (path.startsWith("voice/clips/") ? path.replace("voice/clips", "tieng") : python.lesson.picture(path)),
  };
})();

function check() {
  if (!python) return;
  if (field.value.trim() === "") {
    list.replaceChildren();
    verdict.textContent = frame.srcdoc = "";
    frame.hidden = one("voices").hidden = true;
    return;
  }
  const left = frame.contentWindow?.stopped?.() ?? null;
  const same = left && fileName.startsWith(`${left.id}.`) ? left : null;
  const { problems, sound } = JSON.parse(python.lesson.check(field.value, fileName, JSON.stringify(same)));
  const wrong = problems.filter(each => each.severity === "error").length;
  list.replaceChildren(...problems.map(itemOf));
  verdict.className = wrong ? "bad" : "good";
  verdict.textContent = wrong ? `Có ${wrong} chỗ cần sửa.` : "Không thấy lỗi.";
  if (!sound) return; // the last good one stays while there is something to mend
  lessonFiles.forget();
  frame.srcdoc = PLAYER;
  frame.hidden = one("voices").hidden = false;
}

function itemOf({ line, severity, word, message, hint }) {
  const button = document.createElement("button");
  button.textContent = `Dòng ${line}: ${word}: ${message}${hint ? ` (${hint})` : ""}`;
  button.className = severity;
  button.addEventListener("click", () => goTo(line));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

function goTo(line) {
  const lines = field.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(check, PAUSE_MS);
}

// A lesson, and the photos that lie beside it.
async function read(files) {
  const isLesson = file => /\.(ya?ml|txt)$/i.test(file.name);
  for (const file of files)
    if (!isLesson(file)) python.keep(file.name, new Uint8Array(await file.arrayBuffer()));
  const lesson = [...files].find(isLesson);
  if (lesson) {
    fileName = lesson.name;
    field.value = (await lesson.text()).replace(/\r\n?/g, "\n");
  }
  check();
}

function tellVoices() {
  const own = speechSynthesis.getVoices().filter(each => each.localService && /^vi\b/i.test(each.lang));
  const known = Object.keys(KIT_VOICES).length ? "Câu đã có ở ki-ốt nói bằng giọng của ki-ốt. " : "";
  const others = known ? "câu mới" : "mọi câu";
  one("voices").textContent = own.length
    ? `${known}Giọng của máy này (${own[0].name}) đọc ${others}, chỉ để nghe thử.`
    : `${known}Máy này không có giọng tiếng Việt, nên ${others} chỉ hiện chữ.`;
}

field.addEventListener("input", later);
one("file").addEventListener("change", event => read(event.target.files));
document.addEventListener("dragover", event => event.preventDefault());
document.addEventListener("drop", event => {
  event.preventDefault();
  read(event.dataTransfer.files);
});
if ("speechSynthesis" in window) {
  speechSynthesis.addEventListener("voiceschanged", tellVoices);
  tellVoices();
}
startPython().then(
  started => {
    python = started;
    one("starting").hidden = true;
    one("file").disabled = false;
    check();
  },
  problem => {
    console.error(problem);
    one("starting").textContent = "Trình duyệt này cũ quá, không soát được. Bác dùng Chrome, Edge hoặc Firefox mới hơn.";
  },
);

/**
 * The lesson that is being checked, step by step on the drawn phone of the web edition: what is to
 * be touched glows, and a right touch leads on. The kiosk itself decides more than this page knows.
 */
import { el } from "./dom.js";
import { picture, takeEmbedded, text } from "./load.js";
import { SimulatedPhone } from "./phone.js";
import { openCatalogue } from "./words.js";

const NO_CODE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h3v3H0zM5 0h3v3H5zM0 5h3v3H0zM4 4h1v1H4zM6 6h2v2H6z"/></svg>';
const RULES = window.RULES;
const root = document.getElementById("show");
let lesson = null;
let at = 0;
let told = "";

/** The kind of a mapping: the key of a kind that has a field for every other key. */
function kindOf(mapping, kinds) {
  const keys = Object.keys(mapping ?? {});
  return keys.find((key) => kinds[key] && keys.every((each) => kinds[key].fields.includes(each))) ?? "";
}

/** What is written at a place of a mapping that names something of that sort; only where it is one name. */
function named(mapping, part, kind, sort) {
  for (const [trail, each] of RULES.references[part][kind] ?? []) {
    const found = each === sort ? trail.reduce((value, key) => value?.[key], mapping) : undefined;
    if (typeof found === "string") return found;
  }
  return "";
}

function elementOf(mapping) {
  const kind = kindOf(mapping, RULES.elements);
  if (!kind) return null;
  const { area, touchable, defaults, names } = RULES.elements[kind];
  const made = { ...defaults, kind, area, qr: NO_CODE };
  for (const [key, value] of Object.entries(mapping)) made[names[key] ?? key] = value;
  if (touchable) made.target = String(mapping[kind]);
  made.src = named(mapping, "screens", kind, "picture");
  return made;
}

/** The elements that a step shows: of its screen, or those that a call or a message brings. */
function elementsOf(step) {
  const answers = (step.choices ?? []).map((each) => each.on).filter(Boolean);
  if (step.call) return [{ incoming: step.call, keys: answers }].map(elementOf);
  if (step.message) return [{ bar: step.message }, { bubble: step.says }].map(elementOf);
  return (lesson.screens?.[step.screen] ?? []).map(elementOf).filter(Boolean);
}

function sentenceOf(step, kind) {
  const asked = typeof step[kind] === "string" ? step[kind] : "";
  return step.says ?? step.say ?? asked;
}

function go(to) {
  at = Math.max(0, Math.min(lesson.steps.length - 1, to));
  told = "";
  draw();
}

function tell(words) {
  told = words;
  draw();
}

function choose(choice) {
  const to = lesson.steps.findIndex((each) => each.name && each.name === choice.goto);
  if (choice.because) tell(choice.because);
  if (to >= 0) at = to - 1;
  else if (!choice.because) go(at + 1);
}

function touched(target, step, expected) {
  if (target === "nothing" || target === "shade") return;
  const answer = (step.choices ?? []).find((each) => each.on === target);
  if (answer) choose(answer);
  else if (target === expected) go(at + 1);
  else if (expected) tell(step.wrong ?? "Chưa đúng.");
}

function stepOn(step, kind) {
  const expected = named(step, "steps", kind, "target");
  const elements = elementsOf(step);
  const scene = {
    look: { s: "shown" },
    shape: { make: "", screens: { shown: elements } },
    step: null, way: "together", glowing: expected, pressed: "", ticked: false, naming: "",
    keys: [], before: {}, text: () => "", touch: (target) => touched(target, step, expected),
  };
  const drawn = picture(typeof step.picture === "string" ? step.picture : "");
  const words = el(
    "div",
    {},
    el("p", { class: "sentence" }, sentenceOf(step, kind)),
    el("div", { class: "answers" }, ...(step.choices ?? []).map((each) =>
      el("button", { type: "button", onclick: () => choose(each) }, each.text))),
    el("ul", {}, ...(Array.isArray(step.items) ? step.items : []).map((each) =>
      el("li", {}, typeof each === "string" ? each : (each.text ?? "")))),
    told && el("p", { class: "told", role: "status" }, told),
    drawn && el("img", { src: drawn, alt: "", class: "step-picture" }),
  );
  return [words, elements.length > 0 && el("div", { class: "phone-place" }, new SimulatedPhone(scene))];
}

function draw() {
  if (!lesson) return root.replaceChildren();
  const step = lesson.steps[at];
  const kind = kindOf(step, RULES.kinds);
  let shown;
  try {
    shown = stepOn(step, kind);
  } catch {
    shown = [el("p", { class: "told" }, "Bước này chưa vẽ được. Sửa các lỗi ghi ở trên.")];
  }
  root.replaceChildren(
    el("h2", {}, `Xem thử: bước ${at + 1} trong ${lesson.steps.length}`),
    el("p", { class: "turn" },
      el("button", { type: "button", id: "before", disabled: at === 0, onclick: () => go(at - 1) }, "Bước trước"),
      " ",
      el("button", { type: "button", id: "after", disabled: at >= lesson.steps.length - 1, onclick: () => go(at + 1) }, "Bước sau")),
    el("div", { class: "stage" }, ...shown),
  );
}

/** Shows what is written now, at the step that was shown; null for nothing that could be shown. */
window.showLesson = (data) => {
  const steps = Array.isArray(data?.steps) ? data.steps.filter((each) => each && typeof each === "object") : [];
  lesson = steps.length ? { ...data, steps } : null;
  at = Math.min(at, Math.max(0, steps.length - 1));
  told = "";
  draw();
};

takeEmbedded();
openCatalogue();
text("icons.svg").then((drawings) => {
  const holder = el("div", { class: "drawings", "aria-hidden": "true" });
  holder.innerHTML = drawings;
  document.body.append(holder);
});

/**
 * A pad for the number on paper: a lesson's own, or the one by which she comes back to do it alone.
 * @typedef {import("./types.js").Catalogue} Catalogue
 */
import { el, icon } from "./dom.js";
import { showPage } from "./frame.js";
import { lessonOf } from "./lesson_number.js";
import { SpokenSentence } from "./sentence.js";
import { say } from "./voice.js";
import { own, ownSaid } from "./words.js";

const MOST_DIGITS = 8;

/** @param {Catalogue} catalogue @param {(id: string, way: string) => void} open @param {() => void} back
 * @param {string} [digits] @param {boolean} [refused] */
export function showNumber(catalogue, open, back, digits = "", refused = false) {
  const line = ownSaid(refused ? "no-lesson-of-number" : "which-number", "");
  const again = (/** @type {string} */ typed) => showNumber(catalogue, open, back, typed);
  const enter = () => {
    const { lesson, way } = lessonOf(catalogue, digits);
    if (lesson) open(lesson.id, way);
    else showNumber(catalogue, open, back, "", true);
  };
  const key = (/** @type {string} */ name, /** @type {() => void} */ act, /** @type {(Node | string | null)[]} */ ...shown) =>
    el("button", { type: "button", class: "small", "data-target": `number-${name}`, onclick: act }, ...shown);
  const digit = (/** @type {string} */ each) =>
    key(each, () => again((digits + each).slice(0, MOST_DIGITS)), each);
  const erase = key("erase", () => again(digits.slice(0, -1)), icon("backspace"));
  erase.setAttribute("aria-label", own("number:erase"));
  showPage({
    title: own("by-number"),
    place: "sheet/number",
    main: [
      el("h1", { class: "hidden" }, own("by-number")),
      new SpokenSentence(line),
      el("output", { class: "typed", "aria-label": own("by-number") }, digits),
      el("div", { class: "pad" }, ...[..."123456789"].map(digit), erase, digit("0")),
    ],
    bar: [
      { name: "back", icon: "back", act: back },
      { name: "hear", icon: "hear", act: () => say([line]) },
      { name: "number-open", icon: "check", label: own("number:open"), leads: true, disabled: !digits, act: enter },
    ],
  });
  if (!digits) say([line]);
}

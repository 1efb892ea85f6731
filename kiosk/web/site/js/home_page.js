/**
 * The list of lessons, and the end of a lesson.
 * @typedef {import("./types.js").Catalogue} Catalogue
 * @typedef {import("./types.js").Lesson} Lesson
 */
import { ChoiceTiles } from "./choice_tiles.js";
import { el, icon, unbroken } from "./dom.js";
import { aboveButton, showPage } from "./frame.js";
import { picture } from "./load.js";
import { tile } from "./parts.js";
import { preferences } from "./preferences.js";
import { SpokenSentence } from "./sentence.js";
import { say } from "./voice.js";
import { lineSaid, lineText, offersLanguages, own, ownSaid, titleSaid, titleText } from "./words.js";

const A_PAGE = 6;

/**
 * @param {Catalogue} catalogue
 * @param {number} page from 0
 * @param {{open: (id: string) => void, resume: () => void, turn: (page: number) => void,
 *   sheet: (name: string) => void}} leads
 */
export function showHome(catalogue, page, leads) {
  const { lessons } = catalogue;
  const pages = Math.ceil(lessons.length / A_PAGE);
  const shown = lessons.slice(page * A_PAGE, (page + 1) * A_PAGE);
  const left = lessons.find((each) => each.id === preferences.left?.id);
  const lines = [
    ownSaid("welcome", ""),
    ...(left ? [ownSaid("resume"), titleSaid(left.title, "resume")] : []),
    ...shown.map((each) => titleSaid(each.title, `lesson:${each.id}`)),
  ];
  showPage({
    title: own("purpose"),
    place: `home/${page}`,
    above: [
      el("p", { class: "centre" }, catalogue.centre),
      el(
        "div",
        { class: "tools" },
        offersLanguages() && aboveButton("language", "language", () => leads.sheet("language")),
        aboveButton("adjust", "text-size", () => leads.sheet("adjust")),
        lessons.length > 1 && aboveButton("by-number", "pin-pad", () => leads.sheet("number")),
      ),
    ],
    main: [
      el("h1", { class: "hidden" }, own("purpose")),
      new SpokenSentence(ownSaid("welcome", "")),
      left
        ? el(
            "button",
            { type: "button", class: "tile-button resume", "data-target": "resume", onclick: leads.resume },
            icon("play"),
            el("span", {}, `${own("resume")}: ${unbroken(titleText(left.title))}`),
          )
        : null,
      new ChoiceTiles(shown.map((each) => choiceOf(each, () => leads.open(each.id)))),
    ],
    bar: [
      { name: "back", icon: "back", disabled: page === 0, act: () => leads.turn(page - 1) },
      { name: "hear", icon: "hear", act: () => say(lines) },
      ...(pages > 1
        ? [{ name: "next-page", icon: "next", leads: true, act: () => leads.turn((page + 1) % pages) }]
        : []),
    ],
  });
  say(lines);
}

/** @param {import("./types.js").LessonEntry} lesson @param {() => void} act */
function choiceOf({ id, icon: name, number, title }, act) {
  const done = preferences.learned.includes(id) ? own("learned") : "";
  return { target: `lesson:${id}`, label: titleText(title), drawn: tile(name, "big"), act, number, done };
}

/** @param {Lesson} lesson @param {{home: () => void, again: () => void}} leads */
export function showDone(lesson, leads) {
  const facts = /** @type {Object<string, string>} */ ({ papers: "papers", days: "days", fee: "fee", where: "where" });
  const closing = lesson.closing === undefined ? ownSaid("lesson-done", "") : lineSaid(lesson, lesson.closing);
  const lines = [closing, ...lesson.remember.map((line) => lineSaid(lesson, line))];
  showPage({
    title: lineText(lesson, lesson.title),
    place: `done/${lesson.id}`,
    above: [el("h1", {}, unbroken(lineText(lesson, lesson.title)))],
    main: [
      el("img", { class: "picture", src: picture(`pictures/${lesson.donePicture}.svg`), alt: "" }),
      new SpokenSentence(closing, "praise"),
      lesson.remember.length ? el("p", { class: "faint" }, own("remember")) : null,
      el(
        "ol",
        { class: "remember" },
        ...lesson.remember.map((line) => el("li", {}, new SpokenSentence(lineSaid(lesson, line)))),
      ),
      lesson.facts.length
        ? el(
            "dl",
            { class: "facts" },
            ...lesson.facts.flatMap(([name, ...values]) => [
              el("dt", {}, own(facts[name] ?? name)),
              ...values.map((/** @type {number} */ line) => el("dd", {}, lineText(lesson, line))),
            ]),
          )
        : null,
    ],
    bar: [
      { name: "home", icon: "home", act: leads.home },
      { name: "hear", icon: "hear", act: () => say(lines) },
      { name: "another", icon: "next", leads: true, act: leads.home },
    ],
  });
  say(lines);
}

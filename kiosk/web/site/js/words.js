/**
 * The sentences of the pages and of the lesson that is open, in the language that is read.
 * @typedef {import("./types.js").Catalogue} Catalogue
 * @typedef {import("./types.js").Lesson} Lesson
 * @typedef {import("./types.js").Spoken} Spoken
 * @typedef {{text: string, voice: () => Promise<Spoken>, rings: boolean, target: string}} Said
 */
import { json } from "./load.js";
import { preferences } from "./preferences.js";

export const SOURCE = "vi";
/** @type {Catalogue} */
let catalogue;
/** @type {Object<string, {texts: (string | null)[], voice: Promise<Spoken[]>}>} by the id of the part */
const parts = {};

/** @returns {Promise<Catalogue>} */
export async function openCatalogue() {
  catalogue = await json("lessons.json");
  return catalogue;
}

/** The language that is read. */
export function readLanguage() {
  const known = catalogue.languages.map((each) => each.code);
  return known.includes(preferences.language) ? preferences.language : known[0];
}

/** Whether there is another language to choose. */
export function offersLanguages() {
  return catalogue.languages.length > 1;
}

/** Loads the words of a part: the pages' own, or a lesson. Its voice is waited for where it speaks.
 * @param {string} id */
export async function openPart(id) {
  const language = readLanguage();
  const voice = json(`voice/${language}/${id}.json`).catch(() => []);
  const texts = language === SOURCE ? [] : await json(`text/${language}/${id}.json`).catch(() => []);
  parts[id] = { texts, voice };
}

/** @param {string} id of the part @param {number} number @returns {() => Promise<Spoken>} */
function voiceOf(id, number) {
  return async () => (await parts[id]?.voice)?.[number] ?? null;
}

export const OWN = "_pages";

/** @param {string} name of one of the pages' own sentences */
export function own(name) {
  const number = catalogue.names[name];
  return parts[OWN]?.texts[number] ?? catalogue.lines[number] ?? name;
}

/** @param {string} name @param {string} [target] @returns {Said} */
export function ownSaid(name, target = name) {
  return { text: own(name), voice: voiceOf(OWN, catalogue.names[name]), rings: false, target };
}

/** @param {number} number of a lesson's title, among the pages' own lines */
export function titleText(number) {
  return parts[OWN]?.texts[number] ?? catalogue.lines[number];
}

/** @param {number} number @param {string} target @returns {Said} */
export function titleSaid(number, target) {
  return { text: titleText(number), voice: voiceOf(OWN, number), rings: false, target };
}

/** @param {Lesson} lesson @param {number | undefined} number */
export function lineText(lesson, number) {
  if (number === undefined) return "";
  return parts[lesson.id]?.texts[number] ?? lesson.lines[number] ?? "";
}

/** @param {Lesson} lesson @param {number} number @param {string} [target] @returns {Said} */
export function lineSaid(lesson, number, target = "") {
  return {
    text: lineText(lesson, number),
    voice: voiceOf(lesson.id, number),
    rings: lesson.rings.includes(number),
    target,
  };
}

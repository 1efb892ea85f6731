/**
 * What an address asks for: `#11` a lesson's number, its id or a come-back number; after points a
 * language, a make of phone and a way, such as `#11.en.samsung.alone`.
 * @typedef {import("./types.js").Catalogue} Catalogue
 */
import { lessonOf } from "./lesson_number.js";
import { MAKES } from "./opening.js";

const WAYS = ["watch", "together", "alone", "own-phone"];

/** @param {Catalogue} catalogue */
export function addressed(catalogue) {
  const [number, ...others] = decodeURIComponent(location.hash.slice(1)).replace("/", "").split(".");
  const numbered = lessonOf(catalogue, number);
  const codes = catalogue.languages.map(({ code }) => code);
  const among = (/** @type {string[]} */ known) => others.find((each) => known.includes(each));
  return {
    lesson: numbered.lesson ?? catalogue.lessons.find((each) => each.id === number),
    way: among(WAYS) ?? numbered.way,
    make: among(MAKES),
    language: among(codes),
  };
}

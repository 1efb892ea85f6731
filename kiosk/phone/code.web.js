/** @typedef {import("../types.js").PhoneElement} PhoneElement */
import { drawing, el } from "../dom.js";
import { words } from "../parts.js";
import { own } from "../words.js";

/** @param {PhoneElement} element */
export function draw(element) {
  const exercise = el("span", { class: "mark", lang: "vi" }, own("exercise"));
  return el("div", { class: "qr" }, words(element.label), drawing(element.qr, "code"), exercise);
}

/** @typedef {import("../types.js").PhoneElement} PhoneElement */
import { el } from "../dom.js";
import { words } from "../parts.js";

/** @param {PhoneElement} element */
export function draw(element) {
  return el("div", { class: `bubble${element.mine ? " mine" : ""}` }, words(element.bubble));
}

/** @typedef {import("../types.js").PhoneElement} PhoneElement */
import { el, icon } from "../dom.js";
import { words } from "../parts.js";

/** @param {PhoneElement} element */
export function draw(element) {
  const shown = String(element.address).replace(/([./])/g, "\u200B$1");
  const sign = element.secure ? icon("lock") : icon("warning", "alarming");
  return el("div", { class: "address" }, sign, words(shown));
}

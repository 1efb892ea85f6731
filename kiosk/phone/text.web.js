/** @typedef {import("../types.js").PhoneElement} PhoneElement */
import { el, unbroken } from "../dom.js";

/** @param {PhoneElement} element */
export function draw(element) {
  return el("p", { class: element.large ? "text large" : "text", lang: "vi" }, unbroken(element.text));
}

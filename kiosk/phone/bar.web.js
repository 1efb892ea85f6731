/** @typedef {import("../types.js").PhoneElement} PhoneElement */
import { el, unbroken } from "../dom.js";

/** @param {PhoneElement} element */
export function draw(element) {
  return el("h2", { class: "bar", lang: "vi" }, unbroken(element.bar));
}

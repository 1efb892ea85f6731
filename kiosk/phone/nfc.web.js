/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { el, icon } from "../dom.js";
import { picture } from "../load.js";
import { place, words } from "../parts.js";

/** @type {Object<string, string>} */
const SIGNS = { waiting: "clock", failed: "warning", read: "check" };

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const sign = icon(SIGNS[element.state], `sign ${element.state}`);
  const caption = el("span", { class: "row" }, sign, words(element.label, "strong"));
  const card = el("img", { src: picture(element.src), alt: "" });
  return place(scene, element.nfc, { class: "card nfc" }, card, caption);
}

/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { el, icon } from "../dom.js";
import { place, words } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const again = place(scene, element.offline, { class: "button" }, words(element.label));
  return el("div", { class: "offline" }, icon("wifi-off", "sign faint"), words(element.text), again);
}

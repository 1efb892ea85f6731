/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { el, icon } from "../dom.js";
import { place, words } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const button =
    element.button && place(scene, element.button, { class: "button" }, words(element.label));
  return el("div", { class: "dialog centred" }, icon(element.icon, "sign"), words(element.message), button);
}

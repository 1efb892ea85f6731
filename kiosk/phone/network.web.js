/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { icon } from "../dom.js";
import { place, titled } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const lock = element.locked ? icon("lock", "faint") : null;
  const name = titled(element.label, element.value);
  return place(scene, element.network, { class: "card row" }, icon("wifi"), name, lock);
}

/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { card, valueLines, words } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const rows = valueLines(element.rows ?? []);
  return card(scene, element.touch, "", words(element.card, "strong"), words(element.text), ...rows);
}

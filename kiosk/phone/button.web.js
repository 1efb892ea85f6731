/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { icon } from "../dom.js";
import { place, words } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const classes = `button${element.quiet ? " quiet" : ""}${element.icon === "hang-up" ? " ends-call" : ""}`;
  return place(scene, element.button, { class: classes }, icon(element.icon), words(element.label));
}

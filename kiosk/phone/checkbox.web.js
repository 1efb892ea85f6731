/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { el, icon } from "../dom.js";
import { place, words } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const on = Boolean(element.on);
  const attributes = { class: "card row", role: "checkbox", "aria-checked": String(on) };
  const box = el("span", { class: `box${on ? " on" : ""}` }, on && icon("check"));
  return place(scene, element.checkbox, attributes, box, words(element.label));
}

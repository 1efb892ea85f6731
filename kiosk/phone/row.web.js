/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { el } from "../dom.js";
import { place, tile, titled } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const name = titled(element.label, element.value);
  const more = el("span", { class: "chevron", "aria-hidden": "true" }, "›");
  return place(scene, element.row, { class: "card row" }, tile(element.icon, "round"), name, more);
}

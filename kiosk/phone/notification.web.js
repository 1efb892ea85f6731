/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { el } from "../dom.js";
import { place, tile, words } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const head = el("span", { class: "row" }, tile(element.icon, "round"), words(element.title, "strong"));
  return place(scene, element.notification, { class: "card" }, head, words(element.text));
}

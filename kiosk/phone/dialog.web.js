/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { el } from "../dom.js";
import { place, words } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  /** @type {{button: string, label: string, quiet?: boolean}[]} */
  const buttons = element.buttons;
  return el(
    "div",
    { class: "dialog" },
    words(element.dialog, "strong large"),
    words(element.text),
    ...buttons.map(({ button, label, quiet }) =>
      place(scene, button, { class: `button${quiet ? " quiet" : ""}` }, words(label)),
    ),
  );
}

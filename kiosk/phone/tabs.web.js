/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { el } from "../dom.js";
import { place, words } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  /** @type {{tab: string, label: string, on?: boolean}[]} */
  const tabs = element.tabs;
  return el(
    "div",
    { class: "tabs" },
    ...tabs.map(({ tab, label, on }) => {
      const attributes = { class: `card tab${on ? " on" : ""}`, "aria-pressed": String(Boolean(on)) };
      return place(scene, tab, attributes, words(label));
    }),
  );
}

/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { el } from "../dom.js";
import { place, titled } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const on = Boolean(element.on);
  const before = scene.before[element.switch];
  const flips = before?.kind === "switch" && Boolean(before.on) !== on;
  const attributes = { class: "card row", role: "switch", "aria-checked": String(on) };
  const track = el("span", { class: `track${on ? " on" : ""}${flips ? " flips" : ""}` });
  return place(scene, element.switch, attributes, titled(element.label, element.value), track);
}

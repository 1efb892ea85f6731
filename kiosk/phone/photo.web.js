/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { el } from "../dom.js";
import { picture } from "../load.js";
import { place } from "../parts.js";

/** @type {Object<string, string>} */
const NAMES = { blurred: "Ảnh mờ", cut: "Ảnh bị cắt mất cạnh", good: "Ảnh rõ" };

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const shot = element.shot ?? "good";
  const attributes = { class: "card photo", "aria-label": NAMES[shot], lang: "vi" };
  const image = el("img", { src: picture(element.src), alt: "", class: shot });
  return place(scene, element.photo, attributes, el("span", { class: "frame" }, image));
}

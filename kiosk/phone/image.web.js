/** @typedef {import("../types.js").PhoneElement} PhoneElement */
import { el } from "../dom.js";
import { picture } from "../load.js";

/** @param {PhoneElement} element */
export function draw(element) {
  return el("div", { class: "image" }, el("img", { src: picture(element.src), alt: "" }));
}

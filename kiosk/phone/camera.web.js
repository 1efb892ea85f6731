/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { drawing, el, icon } from "../dom.js";
import { place, words } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const name = [element.found, element.label].filter(Boolean).join(". ") || "QR";
  const paper = el("span", { class: "paper" }, drawing(element.qr, "code"), words(element.label));
  const found = element.found && el("span", { class: "found" }, icon("scan"), words(element.found));
  const attributes = { class: "camera", "aria-label": name, lang: "vi" };
  return place(scene, element.camera, attributes, el("span", { class: "corners" }, paper), found);
}

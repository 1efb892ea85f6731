/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { el, icon } from "../dom.js";
import { place, words } from "../parts.js";
import { own } from "../words.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  const { look } = scene;
  const content = look.f?.[element.field] || element.value || "";
  const hidden = Boolean(element.secret) && !look.c;
  const active = look.w === element.field;
  const written = hidden ? "•".repeat([...content].length) : content;
  const box = el("span", { class: `written${active ? " active" : ""}`, lang: "vi" }, written);
  const field = place(scene, element.field, { class: "card" }, words(element.label, "faint"), box);
  if (!element.secret) return field;
  const name = own(hidden ? "show-password" : "hide-password");
  const eye = icon(hidden ? "eye" : "eye-off");
  const look_ = place(scene, `${element.field}-eye`, { class: "card eye", "aria-label": name }, eye);
  return el("div", { class: "with-eye" }, field, look_);
}

/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { messageList, place } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  return place(scene, element.inbox, { class: "card" }, messageList(scene.look.m ?? [], element.empty));
}

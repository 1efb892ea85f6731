/** @typedef {import("../types.js").PhoneElement} PhoneElement @typedef {import("../types.js").Scene} Scene */
import { el, icon } from "../dom.js";
import { place, words } from "../parts.js";

/** @param {PhoneElement} element @param {Scene} scene */
export function draw(element, scene) {
  /** @type {string[]} */
  const offered = element.keys ?? [];
  const keys = scene.look.e ? [] : offered;
  const ringing = offered.includes("answer");
  return el(
    "div",
    { class: "incoming" },
    el(
      "div",
      { class: "caller" },
      words(scene.look.e ? "Cuộc gọi đã kết thúc" : ringing ? "Cuộc gọi đến" : "Đang nghe máy"),
      el("span", { class: "head" }, icon("person")),
      words(element.incoming, "strong large"),
    ),
    el(
      "div",
      { class: "call-keys" },
      ...keys.map((key) => {
        const declines = key === "decline";
        const name = !declines ? "Trả lời" : ringing ? "Từ chối" : "Cúp máy";
        const attributes = { class: `call-key ${key}`, "aria-label": name, lang: "vi" };
        return place(scene, key, attributes, icon(declines ? "hang-up" : "call"));
      }),
    ),
  );
}

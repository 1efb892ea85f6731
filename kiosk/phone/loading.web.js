/** @typedef {import("../types.js").PhoneElement} PhoneElement */
import { el } from "../dom.js";
import { words } from "../parts.js";

/** @param {PhoneElement} element */
export function draw(element) {
  const done = el("span", { class: "done" });
  done.style.width = `${element.percent ?? 0}%`;
  return el("div", { class: "loading" }, words(element.loading), el("span", { class: "track" }, done));
}

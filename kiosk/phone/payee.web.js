/** @typedef {import("../types.js").PhoneElement} PhoneElement */
import { el } from "../dom.js";
import { words } from "../parts.js";

/** @param {PhoneElement} element */
export function draw(element) {
  return el(
    "div",
    { class: "card payee" },
    words("Người nhận", "faint"),
    words(element.payee, "strong large"),
    words(element.bank),
    element.sum_shown && words("Số tiền", "faint"),
    words(element.sum_shown, "strong sum"),
    words(element.in_words),
  );
}

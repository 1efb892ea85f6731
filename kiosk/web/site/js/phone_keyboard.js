/**
 * The keyboard of the simulated phone, as rows of keys.
 * @typedef {import("./types.js").Scene} Scene
 * @typedef {import("./types.js").Key} Key
 */
import { el, icon } from "./dom.js";
import { place } from "./parts.js";
import { own } from "./words.js";

const LONG = 2;

export class PhoneKeyboard extends HTMLElement {
  /** @param {Scene} scene */
  constructor(scene) {
    super();
    const rows = scene.keys.map((row) => el("div", { class: "keys" }, ...row.map((key) => drawKey(scene, key))));
    this.append(el("div", { class: "keyboard", lang: "vi" }, ...rows));
  }
}
customElements.define("phone-keyboard", PhoneKeyboard);

/** @param {Scene} scene @param {Key} key */
function drawKey(scene, [target, text, drawn, columns]) {
  const attributes = {
    class: `key${text.length > LONG ? " long" : ""}`,
    "aria-label": text ? null : own(`key-${drawn}`),
  };
  const key = target ? place(scene, target, attributes, icon(drawn), text) : el("span", { class: "gap" });
  key.style.flexGrow = String(columns);
  return key;
}

/**
 * Big tiles, one for each thing that can be chosen.
 * @typedef {object} Choice
 * @property {string} target
 * @property {string} label
 * @property {Node | null} drawn
 * @property {() => void} act
 * @property {boolean} [chosen]  whether it is the one that holds now
 * @property {number} [number]
 * @property {string} [done]  says that this was done already
 */
import { el, icon, unbroken } from "./dom.js";

export class ChoiceTiles extends HTMLElement {
  /** @param {Choice[]} choices @param {string} [classes] */
  constructor(choices, classes = "") {
    super();
    this.append(el("ul", { class: `tiles ${classes}`.trim() }, ...choices.map((each) => el("li", {}, drawTile(each)))));
  }
}
customElements.define("choice-tiles", ChoiceTiles);

/** @param {Choice} choice */
function drawTile({ target, label, drawn, act, chosen, number, done }) {
  return el(
    "button",
    {
      type: "button",
      class: `tile-button${chosen ? " chosen" : ""}`,
      "data-target": target,
      "aria-pressed": chosen === undefined ? null : String(chosen),
      onclick: act,
    },
    drawn,
    el("span", { class: "words" }, unbroken(label)),
    number !== undefined && el("span", { class: "number" }, String(number)),
    chosen && icon("check", "sign"),
    done && el("span", { class: "learned" }, icon("check"), el("span", { class: "hidden" }, done)),
  );
}

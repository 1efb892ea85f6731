/**
 * The bar below every page.
 * @typedef {{name: string, icon: string, act: () => void, label?: string, leads?: boolean,
 *   disabled?: boolean}} BarButton
 */
import { el, icon } from "./dom.js";
import { own } from "./words.js";

export class BottomBar extends HTMLElement {
  /** @param {BarButton[]} buttons */
  constructor(buttons) {
    super();
    this.append(el("nav", { class: "bar" }, ...buttons.map(drawButton)));
  }
}
customElements.define("bottom-bar", BottomBar);

/** @param {BarButton} button */
function drawButton({ name, icon: drawn, act, label, leads, disabled }) {
  return el(
    "button",
    {
      type: "button",
      class: leads ? "leads" : "",
      "data-target": `bar-${name}`,
      disabled,
      onclick: act,
    },
    icon(drawn),
    el("span", {}, label ?? own(name)),
  );
}

/**
 * The elements of the drawn phone: each kind is a custom element, `phone-<kind>`.
 * @typedef {import("./types.js").PhoneElement} PhoneElement
 * @typedef {import("./types.js").Scene} Scene
 * @typedef {new (element: PhoneElement, scene: Scene) => HTMLElement} PhoneElementClass
 */

const FILLING = ["fill", "whole"];

/**
 * Defines the custom element of a kind.
 * @param {string} kind
 * @param {(element: PhoneElement, scene: Scene) => HTMLElement} draw
 * @returns {PhoneElementClass}
 */
export function define(kind, draw) {
  const defined = class extends HTMLElement {
    /** @param {PhoneElement} element @param {Scene} scene */
    constructor(element, scene) {
      super();
      const drawn = draw(element, scene);
      if (FILLING.includes(element.area)) drawn.classList.add("fills");
      this.append(drawn);
    }
  };
  customElements.define(`phone-${kind}`, defined);
  return defined;
}

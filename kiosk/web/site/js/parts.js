/**
 * What elements of the drawn phone are made of.
 * @typedef {import("./types.js").Scene} Scene
 */
import { el, icon, unbroken } from "./dom.js";

const TILES = 7;

/**
 * A place that can be touched.
 * @param {Scene} scene
 * @param {string} name of the target
 * @param {Object<string, any>} attributes
 * @param {...(Node | string | null | undefined | false)} children
 */
export function place(scene, name, attributes, ...children) {
  const { class: classes = "", ...others } = attributes;
  const signs = [
    classes,
    scene.glowing === name && "glowing",
    scene.pressed === name && "pressed",
    scene.naming === name && "naming",
  ];
  const made = el(
    "button",
    {
      type: "button",
      class: signs.filter(Boolean).join(" "),
      "data-target": name,
      ...others,
      onclick: (/** @type {Event} */ event) => {
        event.stopPropagation();
        scene.touch(name);
      },
    },
    ...children,
  );
  return made;
}

/** A card, which can be touched where it has a name. @param {Scene} scene @param {string | undefined} name
 * @param {string} classes @param {...(Node | string | null | undefined | false)} children */
export function card(scene, name, classes, ...children) {
  return name
    ? place(scene, name, { class: `card ${classes}` }, ...children)
    : el("div", { class: `card ${classes}` }, ...children);
}

/** @param {string | undefined} text @param {string} [classes] */
export function words(text, classes = "") {
  return text ? el("span", { class: `words ${classes}`.trim(), lang: "vi" }, unbroken(text)) : null;
}

/** A name, and a value under it. @param {string} title @param {string | undefined} value */
export function titled(title, value) {
  return el("span", { class: "titled" }, words(title), words(value, "faint"));
}

/** A white drawing on a coloured tile: always the same colour for the same drawing.
 * @param {string | undefined} name @param {string} [classes] */
export function tile(name, classes = "") {
  if (!name) return null;
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 1009;
  return el("span", { class: `tile tile-${sum % TILES} ${classes}`.trim() }, icon(name));
}

/** Messages, the newest first. @param {string[][]} messages @param {string} [empty] */
export function messageList(messages, empty = "") {
  if (!messages.length) return words(empty, "faint");
  return el(
    "span",
    { class: "messages" },
    ...messages.map(([sender, text]) =>
      el("span", { class: "entry" }, words(sender, "strong"), words(text)),
    ),
  );
}

/** Labels and their values. @param {{label: string, value: string}[]} rows */
export function valueLines(rows) {
  return rows.map(({ label, value }) =>
    el("span", { class: "value-line" }, words(label, "faint"), words(value, "strong")),
  );
}

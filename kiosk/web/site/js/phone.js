/**
 * The simulated phone: a screen of elements in a frame that says that it is a simulation.
 * @typedef {import("./types.js").Scene} Scene
 * @typedef {import("./types.js").PhoneElement} PhoneElement
 */
import { el, icon } from "./dom.js";
import { elements } from "./kinds.js";
import { messageList, place, tile, words } from "./parts.js";
import { define } from "./phone_element.js";
import { PhoneKeyboard } from "./phone_keyboard.js";
import { preferences } from "./preferences.js";
import { own } from "./words.js";

export const NOTHING = "nothing";
const IPHONE = "iphone";

export class SimulatedPhone extends HTMLElement {
  /** @param {Scene} scene */
  constructor(scene) {
    super();
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", own("phone"));
    /** @type {HTMLElement} */
    this.glass = this.show(scene);
  }

  /** Draws all of it anew. @param {Scene} scene @returns {HTMLElement} its glass */
  show(scene) {
    this.glass = drawGlass(scene);
    this.className = `phone${scene.keys.length ? " writing" : ""}`;
    this.replaceChildren(this.glass, el("span", { class: "mark", lang: "vi" }, own("simulation")));
    return this.glass;
  }

  /** A message arrives: it drops in over the screen. @param {Scene} scene @param {string[]} message */
  dropIn(scene, [sender, text]) {
    const dropped = place(
      scene,
      "shade",
      { class: "arrival" },
      tile("message"),
      words(sender, "strong"),
      words(text),
    );
    this.glass.append(dropped);
    return dropped;
  }
}
customElements.define("simulated-phone", SimulatedPhone);

/** @param {Scene} scene */
function drawGlass(scene) {
  const { look, shape } = scene;
  const all = shape.screens[look.s ?? ""] ?? [];
  const over = all.filter((each) => each.area === "over");
  const whole = all.some((each) => each.area === "whole");
  const status = all.filter((each) => each.area === "status");
  const laid = all.filter((each) => !["over", "status"].includes(each.area));
  return el(
    "div",
    { class: `glass${whole ? " whole" : ""}`, onclick: () => scene.touch(NOTHING) },
    drawStatus(scene, status),
    el("div", { class: "screen", inert: over.length > 0 }, ...drawLaid(scene, laid)),
    scene.keys.length > 0 && new PhoneKeyboard(scene),
    !whole && drawNavigation(scene, over.length > 0),
    over.length > 0 && el("div", { class: "over" }, ...over.map((each) => draw(scene, each))),
    look.d && drawShade(scene),
    scene.ticked && el("span", { class: "tick" }, icon("check")),
  );
}

/** Apps stand side by side, everything else one under the other.
 * @param {Scene} scene @param {PhoneElement[]} laid */
function drawLaid(scene, laid) {
  /** @type {Node[]} */
  const drawn = [];
  /** @type {HTMLElement | null} */
  let grid = null;
  for (const each of laid) {
    if (each.area !== "grid") grid = null;
    else if (!grid) drawn.push((grid = el("div", { class: "grid" })));
    (grid ?? { append: (/** @type {Node} */ node) => drawn.push(node) }).append(draw(scene, each));
  }
  return drawn;
}

/** @param {Scene} scene @param {PhoneElement} element @returns {HTMLElement} */
function draw(scene, element) {
  return new (elements[element.kind] ?? PlainElement)(element, scene);
}

/** A kind without a view of its own: its words, and each of its targets.
 * @param {PhoneElement} element @param {Scene} scene */
function drawPlain(element, scene) {
  const said = (element.words ?? []).map((each) => words(each));
  const [first, ...others] = element.targets ?? [];
  if (!first) return el("div", { class: "card" }, ...said);
  if (!others.length) return place(scene, first, { class: "card" }, tile(element.icon), ...said);
  const buttons = [first, ...others].map((target) => place(scene, target, { class: "button" }, target));
  return el("div", { class: "card" }, ...said, ...buttons);
}
const PlainElement = define("plain", drawPlain);

/** @param {Scene} scene @param {PhoneElement[]} status */
function drawStatus(scene, status) {
  const signs = status.flatMap((each) => each.status ?? []);
  const mobile = !signs.includes("wifi") && !signs.includes("airplane");
  const came = (scene.look.m ?? []).length > 0;
  return el(
    "div",
    { class: "status" },
    el("span", { class: "clock", "aria-hidden": "true" }, "9:41"),
    came &&
      place(
        scene,
        "shade",
        { class: "pull", "aria-label": own("see-messages") },
        icon("message"),
        icon("down"),
      ),
    el(
      "span",
      { class: "signs", "aria-hidden": "true" },
      mobile && el("b", {}, "4G"),
      ...signs.map((/** @type {string} */ name) => icon(name)),
      icon("battery"),
    ),
  );
}

/** @param {Scene} scene @param {boolean} covered */
function drawNavigation(scene, covered) {
  const { make, tapsBack, tapsHome } = scene.shape;
  const hasBack = tapsBack || ![make, preferences.make].includes(IPHONE);
  const home = hasBack ? icon("home") : el("span", { class: "home-bar" });
  return el(
    "div",
    { class: "navigation", inert: covered },
    hasBack && place(scene, "back", { "aria-label": own("back-on-phone") }, icon("back")),
    hasBack || tapsHome
      ? place(scene, "home", { "aria-label": own("home-on-phone") }, home)
      : home,
  );
}

/** @param {Scene} scene */
function drawShade(scene) {
  return place(
    scene,
    "shade",
    { class: "shade", "aria-label": own("messages-came") },
    messageList(scene.look.m ?? []),
    icon("up"),
  );
}

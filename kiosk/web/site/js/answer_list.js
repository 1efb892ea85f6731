/**
 * The choices of a step, whatever its kind: touched once they are said, touched again or by the
 * tick they are taken.
 * @typedef {import("./types.js").Scene} Scene
 * @typedef {import("./types.js").Option} Option
 */
import { el, icon } from "./dom.js";
import { place } from "./parts.js";
import { own } from "./words.js";

const TAKE = "take";

export class AnswerList extends HTMLElement {
  /** @param {Scene} scene @param {Option[]} options */
  constructor(scene, options) {
    super();
    const classes = `options options-${scene.step?.kind}`;
    this.append(el("ul", { class: classes }, ...options.map((option) => drawOption(scene, option))));
  }
}
customElements.define("answer-list", AnswerList);

/** Those that are chosen beside the phone, not on it. @param {Scene} scene */
export function drawAnswers(scene) {
  const options = (scene.step?.options ?? []).filter((option) => !option.phone);
  return options.length ? new AnswerList(scene, options) : null;
}

/** @param {Scene} scene @param {Option} option */
function drawOption(scene, option) {
  const { look, step } = scene;
  const placed = (look.p ?? []).indexOf(option.target);
  const chosen = placed >= 0;
  const waits = look.x === option.target;
  const judged = chosen && step?.asks;
  const found = judged && (option.right || step?.kind === "order");
  const classes = ["option", found && "found", judged && !found && "missed", waits && "waits"];
  const sign = waits
    ? place(scene, TAKE, { class: "take", "aria-label": own("take") }, icon("check"))
    : el("span", { class: "sign" }, signOf(scene, option, placed));
  const verdict = found ? own("right") : judged ? own("wrong") : "";
  const state = step?.asks
    ? { "aria-pressed": String(chosen || waits) }
    : { role: "checkbox", "aria-checked": String(chosen) };
  const button = place(
    scene,
    option.target,
    { class: "choice", ...state },
    el("span", { class: "words" }, scene.text(option.line)),
    verdict ? el("span", { class: "hidden" }, `. ${verdict}`) : null,
  );
  return el("li", { class: classes.filter(Boolean).join(" ") }, sign, button);
}

/** What stands before a choice. @param {Scene} scene @param {Option} option @param {number} placed */
function signOf(scene, option, placed) {
  if (placed < 0) return option.icon ? icon(option.icon) : el("span", { class: "ring" });
  if (scene.step?.kind === "order") return el("b", { class: "ring done" }, String(placed + 1));
  const right = !scene.step?.asks || option.right;
  return el("span", { class: `ring ${right ? "done" : "not"}` }, icon(right ? "check" : "cross"));
}

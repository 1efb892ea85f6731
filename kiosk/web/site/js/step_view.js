/**
 * What a step shows beside its words and the phone: note, picture, code and choices.
 * @typedef {import("./types.js").Scene} Scene
 * @typedef {import("./types.js").NoteRow} NoteRow
 */
import { drawing, el } from "./dom.js";
import { picture } from "./load.js";
import { drawAnswers } from "./answer_list.js";
import { SpokenSentence } from "./sentence.js";
import { ownSaid } from "./words.js";

const MOST_CELLS = 24;
const OWN_PHONE = "own-phone";

/** What a step shows under the phone. @param {Scene} scene @returns {(HTMLElement | null)[]} */
export function drawStepView(scene) {
  const { step } = scene;
  if (!step) return [];
  return [
    step.picture ? el("img", { class: "picture", src: picture(step.picture), alt: "" }) : null,
    step.qr || step.kind === "qr" ? drawCode(step.qr) : null,
    drawAnswers(scene),
  ];
}

/** A code; that of the centre's own network is not on the pages. @param {string | undefined} code */
function drawCode(code) {
  return code ? el("div", { class: "qr large" }, drawing(code, "code")) : new SpokenSentence(ownSaid("ask-network", ""));
}

/** A paper with values to read off, above the phone into which they are typed. @param {Scene} scene */
export function drawNote(scene) {
  const rows = scene.step?.note ?? [];
  if (!rows.length) return null;
  return el("dl", { class: "note" }, ...rows.flatMap((row) => drawRow(scene, row)));
}

/** @param {Scene} scene @param {NoteRow} row */
function drawRow(scene, row) {
  const alone = scene.way === OWN_PHONE;
  const letters = [...row.value];
  const spelled = alone ? letters.length <= MOST_CELLS : row.copied;
  const copied = alone ? -1 : (scene.look.u ?? 0);
  const value = spelled
    ? el(
        "span",
        { class: "cells", "aria-label": row.value, role: "img" },
        ...letters.map((letter, at) =>
          el(
            "span",
            { class: at < copied ? "copied" : at === copied ? "current" : "" },
            letter === " " ? "␣" : letter,
          ),
        ),
      )
    : row.value;
  return [el("dt", {}, `${scene.text(row.label)}:`), el("dd", {}, value)];
}

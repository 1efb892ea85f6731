/**
 * Sentences that are shown and said: the word that is being said is marked.
 * @typedef {import("./words.js").Said} Said
 */
import { el, unbroken } from "./dom.js";
import { say } from "./voice.js";

export class SpokenSentence extends HTMLElement {
  /** @param {Said} said @param {string} [classes] */
  constructor(said, classes = "") {
    super();
    this.said = said;
    this.words = said.text.split(/\s+/).map((word) => el("span", { class: "word" }, unbroken(word)));
    const spaced = this.words.flatMap((word, at) => (at ? [" ", word] : [word]));
    this.append(el("p", { class: `sentence ${classes}`.trim(), onclick: () => say([said]) }, ...spaced));
  }

  /** @param {number} first @param {number} last of the words that are being said */
  mark(first, last) {
    this.words.forEach((word, at) => word.classList.toggle("said", at >= first && at <= last));
  }
}
customElements.define("spoken-sentence", SpokenSentence);

/** @param {string} text @param {number} first @param {number} last */
export function markWords(text, first, last) {
  for (const each of document.querySelectorAll("spoken-sentence")) {
    if (!(each instanceof SpokenSentence)) continue;
    if (each.said.text === text) each.mark(first, last);
    else each.mark(-1, -1);
  }
}

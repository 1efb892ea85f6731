/**
 * A question with big answers; touched once they are taken, and each is said while it lights up.
 * @typedef {import("./words.js").Said} Said
 * @typedef {import("./choice_tiles.js").Choice} Choice
 */
import { ChoiceTiles } from "./choice_tiles.js";
import { el } from "./dom.js";
import { showPage } from "./frame.js";
import { SpokenSentence } from "./sentence.js";
import { say } from "./voice.js";

/**
 * @param {{title: string, place: string, question: Said, choices: (Choice & {said: Said})[],
 *   back: () => void}} asked
 */
export function showQuestion({ title, place, question, choices, back }) {
  const lines = [question, ...choices.map((each) => each.said)];
  showPage({
    title,
    place,
    main: [el("h1", { class: "hidden" }, title), new SpokenSentence(question), new ChoiceTiles(choices, "wide")],
    bar: [
      { name: "back", icon: "back", act: back },
      { name: "hear", icon: "hear", act: () => say(lines) },
    ],
  });
  say(lines);
}

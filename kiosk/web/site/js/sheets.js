/**
 * What she opens herself: languages, letters and voice, the ways, and what helps on her own phone.
 * @typedef {import("./types.js").Catalogue} Catalogue
 * @typedef {import("./lesson_page.js").LessonPage} LessonPage
 */
import { ChoiceTiles } from "./choice_tiles.js";
import { el, icon, unbroken } from "./dom.js";
import { showPage } from "./frame.js";
import { picture } from "./load.js";
import { prefer, preferences } from "./preferences.js";
import { showQuestion } from "./question.js";
import { SpokenSentence } from "./sentence.js";
import { say } from "./voice.js";
import { WAY_ICONS } from "./way.js";
import { lineSaid, lineText, own, ownSaid, readLanguage } from "./words.js";

/** @type {[string, string][]} */
const SIZES = [
  ["100", "text-normal"],
  ["150", "text-large"],
  ["200", "text-largest"],
  ["300", "gap-three"],
  ["400", "gap-four"],
];

/** @param {Catalogue} catalogue @param {(code: string) => void} choose @param {() => void} back */
export function showLanguages(catalogue, choose, back) {
  showQuestion({
    title: own("choose-language"),
    place: "sheet/language",
    question: ownSaid("choose-language", ""),
    back,
    choices: catalogue.languages.map(({ code, name }) => ({
      target: `language:${code}`,
      label: name,
      drawn: icon("language"),
      chosen: code === readLanguage(),
      said: { text: name, voice: async () => null, rings: false, target: `language:${code}` },
      act: () => choose(code),
    })),
  });
}

/** @param {(make: string) => void} choose @param {() => void} back */
export function showMakes(choose, back) {
  const known = ["samsung", "oppo-vivo-xiaomi", "iphone"];
  showQuestion({
    title: own("which-phone"),
    place: "sheet/make",
    question: ownSaid("which-phone", ""),
    back,
    choices: [...known, "android", "unknown"].map((make) => ({
      target: `make:${make}`,
      label: own(`make:${make}`),
      drawn: make === "unknown" ? icon("question") : drawnPhone(make),
      chosen: preferences.make ? make === preferences.make : undefined,
      said: ownSaid(`make:${make}`),
      act: () => choose(make),
    })),
  });
}

/** @param {string} make */
function drawnPhone(make) {
  return el("img", { src: picture(`pictures/phone-${make}.svg`), alt: "", class: "small-picture" });
}

/** @param {LessonPage} page @param {(way: string) => void} choose @param {() => void} back */
export function showWays(page, choose, back) {
  showQuestion({
    title: own("choose-way"),
    place: "sheet/ways",
    question: ownSaid("choose-way", ""),
    back,
    choices: page.ways.map((way) => ({
      target: `way:${way}`,
      label: own(`way:${way}`),
      drawn: icon(WAY_ICONS[way]),
      chosen: way === page.name,
      said: ownSaid(`way:${way}`),
      act: () => choose(way),
    })),
  });
}

/** @param {() => void} done */
export function showAdjust(done) {
  const again = (/** @type {string} */ name) => {
    showAdjust(done);
    say([ownSaid(name)]);
  };
  const moving = document.documentElement.dataset.motion === "on";
  const high = document.documentElement.dataset.contrast === "high";
  /** @type {[string, [string, boolean, () => void][]][]} */
  const rows = [
    ["text-size", SIZES.map(([size, name]) => [name, preferences.size === size, () => prefer({ size })])],
    [
      "colours",
      [
        ["contrast-warm", !high, () => prefer({ contrast: "warm" })],
        ["contrast-high", high, () => prefer({ contrast: "high" })],
      ],
    ],
    [
      "speed",
      [
        ["voice-normal", !preferences.slow, () => prefer({ slow: false })],
        ["voice-slow", preferences.slow, () => prefer({ slow: true })],
      ],
    ],
    [
      "motion",
      [
        ["motion-on", moving, () => prefer({ motion: "on" })],
        ["motion-off", !moving, () => prefer({ motion: "off" })],
      ],
    ],
  ];
  const lines = [
    ownSaid("adjusting", ""),
    ...rows.flatMap(([name, choices]) => [ownSaid(name, ""), ...choices.map(([each]) => ownSaid(each))]),
  ];
  const first = document.getElementById("page")?.dataset.place !== "sheet/adjust";
  showPage({
    title: own("adjusting"),
    place: "sheet/adjust",
    main: [
      el("h1", {}, own("adjusting")),
      ...rows.map(([name, choices]) =>
        el(
          "fieldset",
          { class: "setting" },
          el("legend", {}, own(name)),
          ...choices.map(([each, chosen, act]) =>
            el(
              "button",
              {
                type: "button",
                class: chosen ? "chosen" : "",
                "aria-pressed": String(chosen),
                "data-target": each,
                onclick: () => {
                  act();
                  again(each);
                },
              },
              chosen ? icon("check") : null,
              own(each),
            ),
          ),
        ),
      ),
    ],
    bar: [
      { name: "hear", icon: "hear", act: () => say(lines) },
      { name: "adjusted", icon: "check", leads: true, act: done },
    ],
  });
  if (first) say(lines);
}

/**
 * What helps on her own phone: the troubles of the step, then one thing to try after the other.
 * @param {LessonPage} page @param {() => void} close @param {string} [chosen] @param {number} [at]
 */
export function showTrouble(page, close, chosen = "", at = 0) {
  const { lesson } = page;
  if (!chosen) {
    const names = page.step?.troubles ?? [];
    const onlyTold = names.length === 0 && !page.way.look.s;
    const asked = onlyTold ? ["unclear", "unclear-call"] : ["troubled", "trouble-any", "trouble-call"];
    const lines = asked.map((name) => ownSaid(name, ""));
    const titles = names.map((name) => lineSaid(lesson, lesson.troubles[name][0], `trouble:${name}`));
    showPage({
      title: own(asked[0]),
      place: "sheet/trouble",
      main: [
        el("h1", { class: "hidden" }, own(asked[0])),
        ...lines.map((line) => new SpokenSentence(line)),
        new ChoiceTiles(
          names.map((name) => ({
            target: `trouble:${name}`,
            label: lineText(lesson, lesson.troubles[name][0]),
            drawn: icon("question"),
            act: () => showTrouble(page, close, name),
          })),
          "wide",
        ),
      ],
      bar: [
        { name: "trouble-close", icon: "back", act: close },
        { name: "hear", icon: "hear", act: () => say([...lines, ...titles]) },
      ],
    });
    say([...lines, ...titles]);
    return;
  }
  const [, ...steps] = lesson.troubles[chosen];
  const last = at + 1 >= steps.length;
  const lines = [lineSaid(lesson, steps[at]), ...(last ? [ownSaid("trouble-call", "")] : [])];
  showPage({
    title: lineText(lesson, lesson.troubles[chosen][0]),
    place: `sheet/trouble/${chosen}/${at}`,
    main: [el("h1", {}, unbroken(lineText(lesson, lesson.troubles[chosen][0]))), ...lines.map((line) => new SpokenSentence(line))],
    bar: [
      { name: "hear", icon: "hear", act: () => say(lines) },
      ...(last ? [] : [{ name: "trouble-tried", icon: "again", act: () => showTrouble(page, close, chosen, at + 1) }]),
      { name: "trouble-done", icon: "check", leads: true, act: close },
    ],
  });
  say([...lines, ...(last ? [] : [ownSaid("trouble-tried", "bar-trouble-tried")]), ownSaid("trouble-done", "bar-trouble-done")]);
}

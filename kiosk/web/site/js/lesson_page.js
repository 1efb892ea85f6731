/**
 * A lesson: the words and the phone, and what points where.
 * @typedef {import("./types.js").Lesson} Lesson
 * @typedef {import("./types.js").Shape} Shape
 * @typedef {import("./types.js").Scene} Scene
 * @typedef {import("./words.js").Said} Said
 */
import { el, icon, unbroken } from "./dom.js";
import { aboveButton, showPage } from "./frame.js";
import { json, picture } from "./load.js";
import { NOTHING, SimulatedPhone } from "./phone.js";
import { moves, prefer, preferences } from "./preferences.js";
import { SpokenSentence } from "./sentence.js";
import { drawNote, drawStepView } from "./step_view.js";
import { hush, praise, prepare, say } from "./voice.js";
import { Way, WAY_ICONS } from "./way.js";
import { lineSaid, lineText, offersLanguages, own, ownSaid } from "./words.js";

const HINT_AFTER_MS = 20000;
const TRAVEL_MS = 1100;
const NEXT_KEY_MS = 450;
const PRESS_MS = 400;
const HOLD_MS = 700;
const REPEAT_MS = 500;
const AFTER_CHANGE_MS = 300;
const ARRIVAL_MS = 7500;
const NEXT = "next";
const FINGER = 2;
const GLOW = 1;
const WATCH = "watch";
const OWN_PHONE = "own-phone";

export class LessonPage {
  /**
   * @param {Lesson} lesson
   * @param {string} make
   * @param {number} variant
   * @param {string} version of the edition
   * @param {{home: () => void, done: (lesson: Lesson) => void, sheet: (name: string) => void,
   *   differs: boolean}} leads  `differs`: whether the lesson is another one on some makes of phone
   */
  constructor(lesson, make, variant, version, leads) {
    this.lesson = lesson;
    this.make = make;
    this.variant = variant;
    this.version = version;
    this.leads = leads;
    /** @type {Shape} */
    this.shape = /** @type {any} */ (null);
    this.name = "";
    /** @type {Way} */
    this.way = /** @type {any} */ (null);
    this.pressed = "";
    this.ticked = false;
    this.fingerMoves = false;
    this.praised = /** @type {Said | null} */ (null);
    /** @type {Object<string, any>} */
    this.before = {};
    this.timers = /** @type {number[]} */ ([]);
    this.held = /** @type {(() => void) | null} */ (null);
    this.touchedMs = { name: "", at: -Infinity, changed: -Infinity };
    this.open = false;
    /** The entry of the step whose message has dropped in. */
    this.arrivedAt = -1;
  }

  get folder() {
    return `lessons/${this.lesson.id}/${this.make}-${this.variant}`;
  }

  get ways() {
    return Object.keys(this.shape.ways);
  }

  /** Loads the lesson, and begins a way. @param {string} [wanted] @param {Said | null} [praised] */
  async begin(wanted = "", praised = null) {
    this.shape = await json(`${this.folder}.json`);
    this.name = this.ways.includes(wanted) ? wanted : this.ways[0];
    this.way = new Way(await json(`${this.folder}-${this.name}.json`));
    this.praised = praised;
    this.open = true;
    this.entered(this.way.saidAtEntry());
    this.loadNextWay();
  }

  /** Where she was when she left. @param {import("./preferences.js").Place} left */
  async resume(left) {
    this.shape = await json(`${this.folder}.json`);
    this.name = left.way;
    this.way = new Way(await json(`${this.folder}-${this.name}.json`));
    this.way.trail = [...left.trail];
    this.way.node = this.way.entry = left.entry;
    this.open = true;
    this.entered(this.way.saidAtEntry());
  }

  loadNextWay() {
    const next = this.ways[this.ways.indexOf(this.name) + 1];
    if (next) setTimeout(() => json(`${this.folder}-${next}.json`).catch(() => {}), 3000);
  }

  /** What is kept of where she is; nothing that was typed. */
  keepPlace() {
    const { id } = this.lesson;
    const { trail, entry } = this.way;
    const { make, variant, version } = this;
    prefer({ left: { id, make, variant, way: this.name, trail: [...trail], entry, version } });
  }

  leave() {
    this.open = false;
    this.stopTimers();
    hush();
  }

  stopTimers() {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [];
    this.held = null;
    this.ticked = false;
  }

  /** @param {() => void} act @param {number} ms */
  later(act, ms) {
    this.timers.push(window.setTimeout(act, ms));
  }

  /** A step is shown that was not there before. @param {number[]} said */
  entered(said) {
    this.stopTimers();
    this.fingerMoves = false;
    this.pressed = "";
    this.touchedMs.changed = performance.now();
    this.keepPlace();
    this.show();
    this.report_progress(said, this.praised);
    this.waitForHelp();
  }

  /** @param {number[]} said @param {Said | null} [first] */
  async report_progress(said, first = null) {
    const lines = this.saidLines(said);
    const heard = await say(first ? [first, ...lines] : lines);
    if (heard && this.open && this.name === WATCH && !this.fingerMoves) {
      this.fingerMoves = true;
      this.show();
      this.later(() => this.demonstrate(), moves() ? TRAVEL_MS : PRESS_MS);
    }
    prepare(this.linesToCome());
  }

  /** @param {number[]} numbers @returns {Said[]} */
  saidLines(numbers) {
    const options = this.step?.options ?? [];
    return numbers.map((number) => {
      const target = options.find((option) => option.line === number)?.target ?? "";
      return lineSaid(this.lesson, number, target);
    });
  }

  linesToCome() {
    const next = this.way.ahead(NEXT);
    const options = (this.step?.options ?? []).map((option) => option.line);
    const lines = [...options, ...(next ? [this.way.lookOf(next.to).l ?? -1] : [])];
    return lines.filter((line) => line >= 0).map((line) => lineSaid(this.lesson, line));
  }

  get step() {
    const { a, o } = this.way.look;
    return a === undefined || o ? null : this.shape.steps[a];
  }

  /** @returns {Scene} */
  get scene() {
    const { look } = this.way;
    const help = look.h ?? 0;
    const target = look.t ?? "";
    const pointing = help >= FINGER && (this.fingerMoves || this.name !== WATCH);
    return {
      look,
      shape: this.shape,
      step: this.step,
      way: this.name,
      glowing: help >= GLOW && !this.ticked ? target : "",
      pointed: pointing && !this.ticked ? target : "",
      pressed: this.pressed,
      ticked: this.ticked,
      naming: "",
      keys: look.k === undefined ? [] : this.way.file.keys[look.k],
      before: this.before,
      text: (line) => lineText(this.lesson, line),
      touch: (name) => this.touched(name),
    };
  }

  /** Whether a touch counts: not the second strike of a trembling finger. @param {string} name */
  accepts(name) {
    const now = performance.now();
    const { name: last, at, changed } = this.touchedMs;
    const quick = name.includes(":");
    const same = name === last && now - at < REPEAT_MS;
    const soon = quick ? same : now - at < REPEAT_MS || now - changed < AFTER_CHANGE_MS;
    if (soon) return false;
    this.touchedMs.name = name;
    this.touchedMs.at = now;
    return true;
  }

  /** Something of the phone or of the step's own view was touched. @param {string} name */
  touched(name) {
    if (!this.open || !this.accepts(name)) return;
    if (this.held) {
      const end = this.held;
      this.held = null;
      end();
      return;
    }
    if (name === NOTHING && !this.way.look.d) return;
    this.touch(name);
  }

  /** @param {string} name */
  touch(name) {
    const next = this.way.ahead(name);
    if (!next) return;
    if (next.entered && name !== NEXT && this.way.look.s) this.hold(name, next.to);
    else this.follow(name);
  }

  /** What a right touch made of the phone is seen before another sentence comes.
   * @param {string} name @param {number} to */
  hold(name, to) {
    praise();
    const { node, entry } = this.way;
    if (this.way.lookOf(to).s) this.way.node = to;
    this.ticked = true;
    this.drawPhone();
    const end = () => {
      this.stopTimers();
      this.way.node = node;
      this.way.entry = entry;
      this.follow(name);
    };
    this.held = end;
    this.later(end, moves() ? HOLD_MS : HOLD_MS / 2);
  }

  /** @param {string} name */
  follow(name) {
    const answer = this.way.touch(name);
    if (!answer.moved) return;
    if (this.way.look.o) this.over();
    else if (answer.entered) this.entered(answer.said);
    else {
      this.show();
      if (answer.said.length) this.report_progress(answer.said);
      this.waitForHelp();
    }
  }

  /** The way came to its end: the next one, or the lesson is done. */
  over() {
    this.stopTimers();
    const next = this.ways[this.ways.indexOf(this.name) + 1];
    const praised = this.name === "alone" && this.lesson.closing === undefined ? ownSaid("alone-done", "") : null;
    if (next) this.begin(next, praised);
    else {
      this.leave();
      prefer({ left: null, learned: [...new Set([...preferences.learned, this.lesson.id])] });
      this.leads.done(this.lesson);
    }
  }

  back() {
    const answer = this.way.back();
    if (answer.moved) this.entered(answer.said);
    else {
      const before = this.ways[this.ways.indexOf(this.name) - 1];
      if (before) this.begin(before);
      else this.leads.home();
    }
  }

  hearAgain() {
    const { look } = this.way;
    const lines = [look.b ?? -1, look.l ?? -1].filter((line) => line >= 0);
    const options = (this.step?.options ?? []).map((option) => option.line);
    const first = look.a === undefined ? this.way.first : lines;
    this.report_progress([...first, ...options]);
  }

  /** A hint comes by itself after a long silence. */
  waitForHelp() {
    const { look } = this.way;
    if (!look.h && this.way.answers("hint")) this.later(() => this.follow("hint"), HINT_AFTER_MS);
  }

  /** The pages do the step by themselves. */
  demonstrate() {
    if (!this.way.answers("show") || !this.open) return;
    this.pressed = this.way.look.t ?? "";
    this.drawPhone();
    this.later(() => {
      this.pressed = "";
      const before = this.fingerMoves;
      this.way.touch("show");
      this.show();
      this.fingerMoves = before;
      this.later(() => this.demonstrate(), NEXT_KEY_MS);
    }, PRESS_MS);
  }

  show() {
    const { look } = this.way;
    const title = lineText(this.lesson, this.lesson.title);
    const opening = look.a === undefined;
    const scene = this.scene;
    const own_ = this.name === OWN_PHONE;
    showPage({
      title,
      place: `${this.lesson.id}/${this.name}/${look.a ?? ""}/${this.way.trail.length}`,
      above: [
        el("h1", {}, el("b", { class: "number" }, String(this.lesson.number)), ` ${unbroken(title)}`),
        el(
          "div",
          { class: "tools" },
          aboveButton("ways", this.wayIcon, () => this.leads.sheet("ways"), own(`way:${this.name}`)),
          this.leads.differs && aboveButton("change-phone", "phone", () => this.leads.sheet("make")),
          offersLanguages() && aboveButton("language", "language", () => this.leads.sheet("language")),
          aboveButton("adjust", "text-size", () => this.leads.sheet("adjust")),
        ),
        this.progressBar(),
      ],
      main: [
        el("div", { class: `lesson${look.s ? " with-phone" : ""}` }, this.wordsPanel(scene), this.stage(scene, opening)),
      ],
      bar: [
        { name: "home", icon: "home", act: () => this.leads.home() },
        { name: "back", icon: "back", act: () => this.back() },
        { name: "hear", icon: "hear", act: () => this.hearAgain() },
        {
          name: "next",
          icon: own_ && this.step?.deed ? "check" : "next",
          label: own_ && this.step?.deed ? own("own-done") : own("next"),
          leads: Boolean(look.n),
          act: () => this.next(),
        },
      ],
    });
    document.querySelector(".keyboard")?.closest(".stage")?.scrollIntoView({ block: "end" });
    this.point();
    this.showLookedAt();
    this.remember();
  }

  get wayIcon() {
    return WAY_ICONS[this.name];
  }

  next() {
    if (!this.accepts(NEXT)) return;
    this.follow(NEXT);
  }

  /** What the next screen is compared with. */
  remember() {
    this.before = {};
    for (const each of this.shape.screens[this.way.look.s ?? ""] ?? []) {
      if (each.target) this.before[each.target] = each;
    }
  }

  progressBar() {
    const { v = 0 } = this.way.look;
    const count = this.shape.ways[this.name].length;
    const label = own("step-of").replace("{number}", String(v)).replace("{count}", String(count));
    const bar = el("progress", { class: "steps", max: count, value: v, "aria-label": label });
    return el("div", { class: "progress" }, bar, el("span", { "aria-hidden": "true" }, `${v}/${count}`));
  }

  /** @param {Scene} scene */
  wordsPanel(scene) {
    const { look } = scene;
    const line = look.l === undefined ? null : new SpokenSentence(lineSaid(this.lesson, look.l), scene.step?.tells ? "told" : "");
    const goal = look.g === undefined ? null : new SpokenSentence(lineSaid(this.lesson, look.g), "goal");
    const feedback = look.b === undefined ? null : new SpokenSentence(lineSaid(this.lesson, look.b));
    const opening = look.a === undefined;
    return el(
      "div",
      { class: "words-panel" },
      el("div", { class: `told-now${feedback ? " aside" : ""}` }, line, goal),
      el("div", { class: "feedback", role: "status" }, feedback),
      opening && this.praised ? new SpokenSentence(this.praised) : null,
      look.q ? this.hintButton() : null,
      this.name === OWN_PHONE && !opening ? this.troubleButton() : null,
    );
  }

  hintButton() {
    const attributes = { type: "button", class: "small", "data-target": "hint", onclick: () => this.follow("hint") };
    return el("button", attributes, icon("lamp"), own("hint"));
  }

  troubleButton() {
    const act = () => this.leads.sheet("trouble");
    return el("button", { type: "button", class: "small", "data-target": "trouble", onclick: act }, icon("question"), own("trouble"));
  }

  /** @param {Scene} scene @param {boolean} opening */
  stage(scene, opening) {
    if (opening) {
      const drawn = this.name === OWN_PHONE ? "your-phone" : this.name;
      return el("div", { class: "stage" }, el("img", { class: "picture", src: picture(`pictures/${drawn}.svg`), alt: "" }));
    }
    const phone = scene.look.s ? new SimulatedPhone(scene) : null;
    phone?.toggleAttribute("inert", this.name === OWN_PHONE);
    const arrives = scene.step?.arrives;
    if (phone && arrives && !scene.look.d) this.dropIn(phone, arrives);
    return el("div", { class: "stage" }, drawNote(scene), phone, ...drawStepView(scene));
  }

  /** @param {SimulatedPhone} phone @param {string[]} message */
  dropIn(phone, message) {
    if (this.arrivedAt === this.way.entry) return;
    this.arrivedAt = this.way.entry;
    const dropped = phone.dropIn(this.scene, message);
    this.later(() => dropped.remove(), ARRIVAL_MS);
  }

  /** Draws the phone alone anew. */
  drawPhone() {
    const phone = document.querySelector("simulated-phone");
    if (phone instanceof SimulatedPhone) {
      phone.show(this.scene);
      this.point();
    } else if (!this.ticked) this.show();
  }

  /** Puts the finger on what is pointed at. */
  point() {
    const { pointed } = this.scene;
    if (!pointed) return;
    const target = document.querySelector(`main [data-target="${CSS.escape(pointed)}"]`);
    if (!(target instanceof HTMLElement)) return;
    const src = picture("pictures/finger.svg");
    const finger = el("img", { class: `finger${this.pressed ? " presses" : ""}`, src, alt: "" });
    target.classList.add("pointed");
    target.append(finger);
    target.scrollIntoView({ block: "nearest", behavior: moves() ? "smooth" : "auto" });
  }

  /** Shows the words on the phone that the sentence names, the first of them at least. */
  showLookedAt() {
    if (this.scene.pointed) return;
    const shown = [...document.querySelectorAll("simulated-phone .screen .words")];
    for (const named of [...(this.scene.look.y ?? [])].reverse()) {
      const words = shown.find((each) => each.textContent === unbroken(named));
      words?.scrollIntoView({ block: "nearest", behavior: "auto" });
    }
  }
}

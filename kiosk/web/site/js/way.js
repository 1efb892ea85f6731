/**
 * Follows a way through a lesson. Nothing is decided here: each node says what is seen, and each
 * edge what a touch makes of it.
 * @typedef {import("./types.js").WayFile} WayFile
 * @typedef {import("./types.js").Look} Look
 * @typedef {import("./types.js").Edge} Edge
 * @typedef {{said: number[], moved: boolean, entered: boolean}} Answer
 */
const ANY = "*";

/** @type {Object<string, string>} the drawing of each way */
export const WAY_ICONS = { watch: "eye", together: "people", alone: "star", "own-phone": "phone" };

/**
 * The letter of a key, such as `key:a`; empty for every other target.
 * @param {string} target
 */
function letterOf(target) {
  const at = target.indexOf(":");
  const letter = target.slice(at + 1);
  return at > 0 && [...letter].length === 1 ? letter : "";
}

export class Way {
  /** @param {WayFile} file */
  constructor(file) {
    this.file = file;
    this.node = file.at?.entry ?? 0;
    /** The letter that was typed by mistake. */
    this.letter = "";
    /** @type {number[]} the nodes by which the steps were entered, for going back */
    this.trail = [...(file.at?.trail ?? [])];
    this.entry = this.node;
  }

  /** What is said when the way begins. */
  get first() {
    return this.lines(this.file.first);
  }

  /** @param {number[]} numbers of this file @returns {number[]} numbers of the lesson */
  lines(numbers) {
    return numbers.map((number) => this.file.lines[number] ?? number);
  }

  /** @param {number} number @returns {any[]} a node, which a growing file writes at that moment */
  nodeAt(number) {
    return this.file.nodes[number] ?? this.file.grown?.(number);
  }

  /** @returns {Look} what is seen now */
  get look() {
    return this.lookOf(this.node);
  }

  /** @param {number} node @returns {Look} */
  lookOf(node) {
    const { l, b, g, ...rest } = this.nodeAt(node)[0];
    /** @type {Look} */
    const look = rest;
    if (l !== undefined) [look.l] = this.lines([l]);
    if (b !== undefined) [look.b] = this.lines([b]);
    if (g !== undefined) [look.g] = this.lines([g]);
    if (!this.letter) return look;
    const shown = (/** @type {string} */ text) => text.replace(ANY, this.letter);
    if (look.f) look.f = Object.fromEntries(Object.entries(look.f).map(([k, v]) => [k, shown(v)]));
    if (look.p) look.p = look.p.map(shown);
    return look;
  }

  /** @param {string} target @returns {Edge | undefined} */
  edge(target) {
    const node = this.nodeAt(this.node);
    let number = this.file.targets.indexOf(target);
    for (let at = 2; at < node.length; at += 2) if (node[at] === number) return node[at + 1];
    if (!letterOf(target)) return undefined;
    number = this.file.targets.indexOf(`${target.split(":")[0]}:${ANY}`);
    for (let at = 2; at < node.length; at += 2) if (node[at] === number) return node[at + 1];
    return undefined;
  }

  /** @param {string} target */
  answers(target) {
    return this.edge(target) !== undefined;
  }

  /**
   * Where a touch would lead, without going there.
   * @param {string} target
   * @returns {{to: number, entered: boolean} | null}
   */
  ahead(target) {
    const edge = this.edge(target);
    if (edge === undefined) return null;
    const to = typeof edge === "number" ? edge : edge[0];
    return to < 0 ? { to: -1 - to, entered: true } : { to, entered: false };
  }

  /** @param {string} target @returns {Answer} */
  touch(target) {
    const edge = this.edge(target);
    const next = this.ahead(target);
    if (edge === undefined || !next) return { said: [], moved: false, entered: false };
    const edgeLines = typeof edge === "number" ? [] : edge.slice(1);
    if (next.entered) {
      this.trail.push(this.entry);
      this.entry = next.to;
      this.letter = "";
    } else {
      this.letter = this.letter || letterOf(target);
    }
    this.node = next.to;
    const [look, saidOnEntry] = this.nodeAt(this.node);
    if (!JSON.stringify(look).includes(ANY)) this.letter = "";
    const said = edgeLines.length || !next.entered ? edgeLines : saidOnEntry;
    return { said: this.lines(said), moved: true, entered: next.entered };
  }

  /** Back to the step before, as it was when it was entered. @returns {Answer} */
  back() {
    const before = this.trail.pop();
    if (before === undefined) return { said: [], moved: false, entered: false };
    this.node = this.entry = before;
    this.letter = "";
    return { said: this.saidAtEntry(), moved: true, entered: true };
  }

  /** What is said when the step that is shown is entered. @returns {number[]} */
  saidAtEntry() {
    return this.entry === 0 ? this.first : this.lines(this.nodeAt(this.entry)[1]);
  }
}

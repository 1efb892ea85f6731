/**
 * Says one thing after the other with one loudspeaker: what is new silences what was.
 * @typedef {import("./words.js").Said} Said
 * @typedef {import("./types.js").Spoken} Spoken
 */
import { deviceVoice, hushDevice, sayWithDevice } from "./device_voice.js";
import { clip } from "./load.js";
import { preferences } from "./preferences.js";

const SILENCE =
  "data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";
const SLOW = 0.8;
/** How long a sentence is shown that cannot be heard, by its letters. */
const MS_A_LETTER = 55;
const PAUSE_MS = 250;

const audio = new Audio();
/** @type {Map<string, Promise<string>>} */
const addresses = new Map();
let turn = 0;
let unlocked = false;
let frame = 0;

/**
 * Callbacks while a sentence is heard.
 * @type {{saying: (said: Said | null, spoken: Spoken, byDevice?: boolean) => void, word: (said: Said, first: number, last: number) => void,
 *   blocked: () => void}}
 */
export const listeners = { saying: () => {}, word: () => {}, blocked: () => {} };

/** Called in the first touch: from then on phones let the page speak. */
export function unlock() {
  if (unlocked) return;
  unlocked = true;
  audio.src = SILENCE;
  audio.play().catch(() => {
    unlocked = false;
  });
}

export function isUnlocked() {
  return unlocked;
}

/** Silence. */
export function hush() {
  turn += 1;
  cancelAnimationFrame(frame);
  audio.pause();
  hushDevice();
  listeners.saying(null, null);
}

/** @param {number} ms */
function wait(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

/** @param {string} name @returns {Promise<string>} */
function addressOf(name) {
  let address = addresses.get(name);
  if (!address) {
    address = clip(name);
    addresses.set(name, address);
    address.catch(() => addresses.delete(name));
  }
  return address;
}

/** Loads what may be said next. @param {Said[]} lines */
export function prepare(lines) {
  for (const line of lines) line.voice().then((spoken) => spoken && addressOf(spoken[0])).catch(() => {});
}

/**
 * Says lines one after the other.
 * @param {Said[]} lines
 * @returns {Promise<boolean>} whether all of it was heard, and nothing else came between
 */
export async function say(lines) {
  hush();
  const mine = turn;
  for (const line of lines) {
    if (!line.text) continue;
    const spoken = await line.voice();
    if (mine !== turn) return false;
    listeners.saying(line, spoken);
    if (line.rings) await ring(mine);
    if (mine !== turn) return false;
    if (!(await sayOne(line, spoken, mine))) return false;
    await wait(PAUSE_MS);
    if (mine !== turn) return false;
  }
  listeners.saying(null, null);
  return true;
}

/** @param {Said} line @param {Spoken} spoken @param {number} mine @returns {Promise<boolean>} */
async function sayOne(line, spoken, mine) {
  if (!spoken || preferences.silent) {
    if (!preferences.silent && !unlocked && deviceVoice()) {
      listeners.blocked();
      return false;
    }
    const byDevice = !preferences.silent && (await sayByDevice(line, mine));
    if (!byDevice && mine === turn) await wait(Math.min(4000, line.text.length * MS_A_LETTER));
    return mine === turn;
  }
  try {
    const address = await addressOf(spoken[0]);
    if (mine !== turn) return false;
    audio.src = address;
    audio.playbackRate = preferences.slow ? SLOW : 1;
    await audio.play();
  } catch (problem) {
    if (mine !== turn) return false;
    if (problem instanceof DOMException && problem.name === "NotAllowedError") {
      listeners.blocked();
      return false;
    }
    await wait(Math.min(4000, line.text.length * MS_A_LETTER));
    return mine === turn;
  }
  mark(line, spoken, mine);
  await new Promise((done) => {
    audio.onended = audio.onerror = audio.onpause = () => done(null);
  });
  return mine === turn;
}

/** A sentence without a clip is said by a voice of the device itself, where it has one, and marked as such.
 * @param {Said} line @param {number} mine @returns {Promise<boolean>} whether it was */
function sayByDevice(line, mine) {
  return sayWithDevice(line.text, preferences.slow ? SLOW : 1, {
    begins: () => mine === turn && listeners.saying(line, null, true),
    word: (at) => mine === turn && listeners.word(line, at, at),
  });
}

/** Marks the words as they are said. @param {Said} line @param {any[]} spoken @param {number} mine */
function mark(line, spoken, mine) {
  let shown = -1;
  const look = () => {
    if (mine !== turn || audio.paused) return;
    const nowMs = audio.currentTime * 1000;
    let at = -1;
    for (let word = 2; word + 2 < spoken.length; word += 3) if (spoken[word + 2] <= nowMs) at = word;
    if (at !== shown && at > 0) {
      shown = at;
      listeners.word(line, spoken[at], spoken[at + 1]);
    }
    frame = requestAnimationFrame(look);
  };
  if (spoken[1]) return;
  frame = requestAnimationFrame(look);
}

/** The ringing of a call, before who calls speaks. @param {number} mine */
async function ring(mine) {
  if (!unlocked || preferences.silent) return;
  try {
    const context = new AudioContext();
    for (let time = 0; time < 2; time++) {
      tone(context, context.currentTime + time * 1.1, 480, 0.7);
      tone(context, context.currentTime + time * 1.1, 620, 0.7);
    }
    await wait(2200);
    await context.close();
  } catch {
    // It speaks without ringing.
  }
  if (mine !== turn) return;
}

/** Two rising notes: that was right. */
export function praise() {
  if (!unlocked || preferences.silent) return;
  try {
    const context = new AudioContext();
    tone(context, context.currentTime, 660, 0.12);
    tone(context, context.currentTime + 0.13, 880, 0.2);
    setTimeout(() => context.close(), 600);
  } catch {
    // Seen, not heard.
  }
}

/** @param {AudioContext} context @param {number} start @param {number} hertz @param {number} seconds */
function tone(context, start, hertz, seconds) {
  const source = context.createOscillator();
  const gain = context.createGain();
  source.frequency.value = hertz;
  gain.gain.setValueAtTime(0.0001, start);
  gain.gain.exponentialRampToValueAtTime(0.12, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
  source.connect(gain).connect(context.destination);
  source.start(start);
  source.stop(start + seconds);
}

/**
 * A voice of the device itself, for Vietnamese sentences that have no clip. Only one that works
 * without a network: what is said leaves nobody's device.
 */
const LANGUAGE = "vi";
/** So long it is waited for at most, as some devices never report_progress that they do not begin, or that they ended. */
const MOST_BEFORE_MS = 3000;
const MOST_MS = 4000;
const MOST_MS_A_LETTER = 200;

// A browser begins to look for its voices when it is asked for them.
if ("speechSynthesis" in window) speechSynthesis.getVoices();

/** @returns {SpeechSynthesisVoice | undefined} */
export function deviceVoice() {
  if (!("speechSynthesis" in window) || document.documentElement.lang !== LANGUAGE) return undefined;
  const own = speechSynthesis.getVoices().filter((each) => each.localService);
  return own.find((each) => each.lang.toLowerCase().split(/[-_]/)[0] === LANGUAGE);
}

/** Silence. */
export function hushDevice() {
  if ("speechSynthesis" in window) speechSynthesis.cancel();
}

/**
 * @param {string} text
 * @param {number} rate
 * @param {{begins: () => void, word: (at: number) => void}} report_progress  `at`: the word's place, from 0
 * @returns {Promise<boolean>} whether it was said
 */
export async function sayWithDevice(text, rate, report_progress) {
  const voice = deviceVoice();
  if (!voice) return false;
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voice;
  said.lang = voice.lang;
  said.rate = rate;
  said.onboundary = ({ name, charIndex }) => {
    if (name !== "sentence") report_progress.word(text.slice(0, charIndex).trim().split(/\s+/).filter(Boolean).length);
  };
  return new Promise((done) => {
    let late = setTimeout(() => end(false), MOST_BEFORE_MS);
    const end = (/** @type {boolean} */ wasSaid) => {
      clearTimeout(late);
      done(wasSaid);
    };
    said.onstart = () => {
      clearTimeout(late);
      late = setTimeout(() => end(true), MOST_MS + (text.length * MOST_MS_A_LETTER) / rate);
      report_progress.begins();
    };
    said.onend = () => end(true);
    said.onerror = ({ error }) => end(error === "canceled" || error === "interrupted");
    speechSynthesis.speak(said);
  });
}

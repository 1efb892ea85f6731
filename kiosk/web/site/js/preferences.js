/**
 * How she likes to see and hear, and where she stopped: kept on her own phone alone, never sent.
 * @typedef {{id: string, make: string, variant: number, way: string, trail: number[], entry: number,
 *   version: string}} Place
 */
const KEY = "kiosk";

const DEFAULTS = {
  language: "",
  voice: "",
  make: "",
  size: "100",
  contrast: "",
  slow: false,
  motion: "",
  silent: false,
  /** @type {Place | null} */
  left: null,
  /** @type {string[]} */
  learned: [],
};

export const preferences = { ...DEFAULTS };

/** Takes what was kept; where nothing can be kept, it is as on the first day. */
export function recall() {
  try {
    Object.assign(preferences, JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    // A browser that keeps nothing.
  }
  show();
}

/** @param {Partial<typeof DEFAULTS>} changed */
export function prefer(changed) {
  Object.assign(preferences, changed);
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // It holds until the page is closed.
  }
  show();
}

/** Whether things move: as she chose, else as her phone is set. */
export function moves() {
  if (preferences.motion) return preferences.motion === "on";
  return !matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function show() {
  const root = document.documentElement;
  const wantsMore = matchMedia("(prefers-contrast: more)").matches;
  root.dataset.contrast = preferences.contrast || (wantsMore ? "high" : "warm");
  root.dataset.size = preferences.size;
  root.dataset.motion = moves() ? "on" : "off";
}

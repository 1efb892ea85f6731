/**
 * What a number tells: a lesson's own, or one by which she comes back to do a lesson alone.
 * @typedef {import("./types.js").Catalogue} Catalogue
 * @typedef {import("./types.js").LessonEntry} LessonEntry
 */
const LEAST_COME_BACK_DIGITS = 6;
const ALONE = "alone";

/** The digit that makes a come-back number whole (ISO/IEC 7064, MOD 11,10), as in
 * `kiosk/player/come_back.py`. @param {string} digits */
function checkDigit(digits) {
  let product = 10;
  for (const digit of digits) product = (((product + Number(digit)) % 10 || 10) * 2) % 11;
  return String((11 - product) % 10);
}

/**
 * The lesson that a number tells, and the way that it begins with.
 * @param {Catalogue} catalogue
 * @param {string} digits
 * @returns {{lesson: LessonEntry | undefined, way: string}}
 */
export function lessonOf(catalogue, digits) {
  const named = (/** @type {number} */ number) => catalogue.lessons.find((each) => each.number === number);
  const whole = digits.slice(0, -1);
  const mayBe = digits.length >= LEAST_COME_BACK_DIGITS && !digits.startsWith("0");
  if (mayBe && checkDigit(whole) === digits.slice(-1)) {
    return { lesson: named(Number(whole.slice(2))), way: ALONE };
  }
  return { lesson: named(Number(digits)), way: "" };
}

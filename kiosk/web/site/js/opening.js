/**
 * With what a lesson is opened: the make of phone, one of its draws, and the files of the way.
 * @typedef {import("./types.js").LessonEntry} LessonEntry
 */
export const MAKES = ["samsung", "oppo-vivo-xiaomi", "iphone", "android"];
const USUAL = "android";
let lot = Math.random();

/** From now on another draw is made. */
export function drawAnew() {
  lot = Math.random();
}

/** Whether she is to be asked which phone she holds. @param {LessonEntry} lesson @param {string} make */
export function asksForMake(lesson, make) {
  return Object.keys(lesson.makes).length > 1 && !make;
}

/**
 * @param {LessonEntry} lesson
 * @param {string} make that she holds
 * @param {string} way that is wanted; else its first
 * @param {number} [variant] the draw that is wanted
 */
export function openingOf({ id, makes, way: first }, make, way, variant = -1) {
  const shown = make in makes ? make : USUAL;
  const drawn = variant >= 0 ? variant : Math.floor(lot * makes[shown]);
  const folder = `lessons/${id}/${shown}-${drawn}`;
  const paths = [`lessons/${id}.json`, `${folder}.json`, `${folder}-${way || first}.json`];
  return { make: shown, variant: drawn, paths };
}

/** Makes elements of the page. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Object<string, any>} [attributes] `class`, `on…` functions, and attributes; none for
 *   what is false, null or undefined
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child || child === "") made.append(child);
  return made;
}

/** @param {string | undefined} name of a small drawing @param {string} [classes] */
export function icon(name, classes = "") {
  if (!name) return null;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon ${classes}`.trim());
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** @param {string} source of a drawing that the exporter wrote @param {string} [classes] */
export function drawing(source, classes = "") {
  const parsed = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  parsed.setAttribute("class", classes);
  parsed.setAttribute("aria-hidden", "true");
  return /** @type {Element} */ (document.importNode(parsed, true));
}

/** @param {string} words @returns {string} the same, never broken at a hyphen */
export function unbroken(words) {
  return words.replace(/(\S)-(?=\S)/g, "$1\u2011");
}

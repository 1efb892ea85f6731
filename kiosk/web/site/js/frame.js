/**
 * The frame around every page: what stands above, and the bar below.
 * @typedef {import("./bottom_bar.js").BarButton} BarButton
 */
import { BottomBar } from "./bottom_bar.js";
import { el, icon } from "./dom.js";
import { own } from "./words.js";

/** @returns {HTMLElement} */
function root() {
  return /** @type {HTMLElement} */ (document.getElementById("page"));
}

/**
 * Shows a page; what was focused stays so where it is there again.
 * @param {{title: string, above?: (Node | null | false)[], main: (Node | null | false)[],
 *   bar: BarButton[], place: string}} page
 */
export function showPage({ title, above = [], main, bar, place }) {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const target = focused?.dataset.target;
  const same = root().dataset.place === place;
  const scrolled = same ? window.scrollY : 0;
  root().dataset.place = place;
  document.title = title;
  root().replaceChildren(
    el("header", { class: "above" }, el("p", { class: "stands-in" }, icon("hear"), el("span", {}, own("stands-in"))), ...above),
    el("main", { id: "main", tabindex: "-1" }, ...main),
    new BottomBar(bar),
  );
  window.scrollTo(0, scrolled);
  const again = target && same && document.querySelector(`[data-target="${CSS.escape(target)}"]`);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  else if (!same) document.getElementById("main")?.focus({ preventScroll: true });
}

/** A button that stands above. @param {string} name @param {string} drawn @param {() => void} act
 * @param {string} [label] */
export function aboveButton(name, drawn, act, label = own(name)) {
  const attributes = { type: "button", class: "small", "data-target": `above-${name}`, onclick: act };
  return el("button", attributes, icon(drawn), el("span", {}, label));
}

/** Says which voice stands in for the one that is wanted; once it was shown, its space is kept.
 * @param {"stands-in" | "device-voice" | ""} which  Vietnamese for her language, the device's own, or none */
export function markStandIn(which) {
  const { dataset } = document.documentElement;
  if (which || dataset.standsIn) dataset.standsIn = which ? "heard" : "over";
  const mark = document.querySelector(".stands-in span");
  if (which && mark) mark.textContent = own(which);
}

/** Lights up the choice whose words are being said. @param {string} target */
export function lightUp(target) {
  for (const each of document.querySelectorAll(".naming")) each.classList.remove("naming");
  if (!target) return;
  for (const each of document.querySelectorAll(`[data-target="${CSS.escape(target)}"]`)) {
    each.classList.add("naming");
  }
}

/** Puts the pages together: which one is shown, and where each leads. */
import { addressed } from "./address.js";
import { el, icon } from "./dom.js";
import { lightUp, markStandIn, showPage } from "./frame.js";
import { showDone, showHome } from "./home_page.js";
import { LessonPage } from "./lesson_page.js";
import { json, text } from "./load.js";
import { showNumber } from "./number_page.js";
import { keepForLater, startWorker, useNewEdition } from "./offline.js";
import { asksForMake, drawAnew, openingOf } from "./opening.js";
import { prefer, preferences } from "./preferences.js";
import { markWords } from "./sentence.js";
import { showAdjust, showLanguages, showMakes, showTrouble, showWays } from "./sheets.js";
import { hush, isUnlocked, listeners, say, unlock } from "./voice.js";
import { openCatalogue, openPart, own, ownSaid, OWN, readLanguage, SOURCE } from "./words.js";

/** @type {import("./types.js").Catalogue} */
let catalogue;
let homePage = 0;
/** @type {Promise<void> | null} */
let ownPart = null;
/** @type {LessonPage | null} */
let lessonPage = null;

async function start() {
  catalogue = await openCatalogue();
  listenToVoice();
  readAddress();
  document.documentElement.lang = readLanguage();
  addEventListener("pointerdown", unlock);
  addEventListener("keydown", unlock);
  addEventListener("hashchange", () => route());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hush();
    else if (lessonPage?.open && lessonPage.name === "own-phone") lessonPage.hearAgain();
  });
  const shown = route();
  drawIcons();
  await shown;
  await ownWords();
  startWorker();
}

/** Words come first on a slow network: what can be touched has both. */
async function drawIcons() {
  const holder = el("div", { hidden: true });
  holder.innerHTML = await text("icons.svg");
  document.body.append(holder);
}

/** The pages' own words and their voice; the first step in Vietnamese does not wait for them. */
function ownWords() {
  ownPart ??= openPart(OWN);
  return ownPart;
}

function listenToVoice() {
  listeners.saying = (said, spoken, byDevice) => {
    lightUp(said?.target ?? "");
    markWords("", -1, -1);
    markStandIn(byDevice ? "device-voice" : spoken?.[1] ? "stands-in" : "");
  };
  listeners.word = (said, first, last) => markWords(said.text, first, last);
  listeners.blocked = askToListen;
}

/** Phones let a page speak only after a touch. */
function askToListen() {
  if (document.getElementById("listen")) return;
  const button = el("button", { type: "button", id: "listen" }, icon("hear"), own("listen"));
  button.addEventListener("click", () => {
    unlock();
    button.remove();
    document.querySelector('[data-target="bar-hear"]')?.dispatchEvent(new Event("click"));
  });
  document.getElementById("main")?.prepend(button);
}

function readAddress() {
  const { language, make } = addressed(catalogue);
  if (language) prefer({ language });
  if (make) prefer({ make });
}

async function route() {
  const { lesson, way } = addressed(catalogue);
  lessonPage?.leave();
  lessonPage = null;
  const only = catalogue.lessons.length === 1 ? catalogue.lessons[0] : undefined;
  const opened = lesson ?? only;
  if (opened) await openLesson(opened.id, way);
  else await ownWords().then(showStart);
}

function showStart() {
  if (isUnlocked()) {
    home();
    return;
  }
  const begin = () => {
    unlock();
    home();
  };
  showPage({
    title: own("purpose"),
    place: "start",
    main: [
      el("div", { class: "start" }, el("h1", {}, own("purpose")), el("p", {}, catalogue.centre)),
      el("button", { type: "button", class: "begin", "data-target": "begin", onclick: begin }, icon("hear"), own("begin")),
    ],
    bar: [],
  });
}

async function home() {
  lessonPage?.leave();
  lessonPage = null;
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  if (await useNewEdition()) return;
  showHome(catalogue, homePage, {
    open: (id) => openLesson(id),
    resume,
    turn: (page) => {
      homePage = Math.max(0, page);
      home();
    },
    sheet: (name) => sheet(name, home),
  });
}

/** @param {string} id @returns {import("./types.js").LessonEntry} */
function entryOf(id) {
  const entry = catalogue.lessons.find((each) => each.id === id);
  if (!entry) throw new Error(id);
  return entry;
}

/** @param {string} id @param {string} [way] */
async function openLesson(id, way = "") {
  if (asksForMake(entryOf(id), preferences.make)) {
    await ownWords();
    askForMake(id, way, home);
    return;
  }
  await openPage(id, preferences.make, -1, way, (page) => page.begin(way || entryOf(id).way));
}

/** @param {string} id of the lesson that comes then @param {string} way @param {() => void} back */
function askForMake(id, way, back) {
  const choose = (/** @type {string} */ make) => {
    prefer({ make });
    openLesson(id, way);
  };
  showMakes(choose, back);
}

async function resume() {
  const { left } = preferences;
  if (!left) return;
  const same = left.version === catalogue.version;
  await openPage(left.id, left.make, same ? left.variant : -1, left.way, (page) =>
    same ? page.resume(left) : page.begin(left.way),
  );
}

/** @param {string} id @param {string} make @param {number} variant @param {string} wantedWay
 * @param {(page: LessonPage) => Promise<void>} show */
async function openPage(id, make, variant, wantedWay, show) {
  hush();
  try {
    const opening = openingOf(entryOf(id), make, wantedWay, variant);
    drawAnew();
    const [lesson] = await Promise.all([
      ...opening.paths.map((path) => json(path)),
      openPart(id),
      readLanguage() === SOURCE || ownWords(),
    ]);
    const page = new LessonPage(lesson, opening.make, opening.variant, catalogue.version, {
      home,
      done: (learned) => showDone(learned, { home, again: () => openLesson(id) }),
      sheet: (name) => sheet(name, backToLesson),
      differs: Object.keys(entryOf(id).makes).length > 1,
    });
    lessonPage = page;
    await show(page);
    keepForLater(page.folder, page.ways, id, readLanguage());
  } catch (problem) {
    console.warn(problem);
    lessonPage = null;
    showPage({
      title: own("purpose"),
      place: "not-found",
      main: [el("p", { class: "sentence" }, own("not-found"))],
      bar: [{ name: "home", icon: "home", act: home }],
    });
    say([ownSaid("not-found", "")]);
  }
}

function backToLesson() {
  if (!lessonPage) return;
  lessonPage.open = true;
  lessonPage.show();
  lessonPage.hearAgain();
  lessonPage.waitForHelp();
}

/** @param {string} name @param {() => void} back */
function sheet(name, back) {
  lessonPage?.stopTimers();
  if (lessonPage) lessonPage.open = false;
  if (name === "adjust") showAdjust(back);
  if (name === "language") showLanguages(catalogue, (code) => changeLanguage(code, back), back);
  if (name === "number") showNumber(catalogue, (id, way) => openLesson(id, way), back);
  if (name === "ways" && lessonPage) showWays(lessonPage, (way) => lessonPage?.begin(way), back);
  if (name === "make" && lessonPage) askForMake(lessonPage.lesson.id, lessonPage.name, back);
  if (name === "trouble" && lessonPage) showTrouble(lessonPage, back);
}

/** @param {string} code @param {() => void} back */
async function changeLanguage(code, back) {
  prefer({ language: code });
  document.documentElement.lang = readLanguage();
  await Promise.all([openPart(OWN), lessonPage ? openPart(lessonPage.lesson.id) : null]);
  back();
}

start();

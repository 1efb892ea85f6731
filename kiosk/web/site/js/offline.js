/** Works without a network once it was opened; see `sw.js`. */
import { isOneFile } from "./load.js";

/** @type {ServiceWorkerRegistration | null} */
let registration = null;
/** @type {() => void} */
let tellStarted = () => {};
/** @type {Promise<void>} */
const started = new Promise((done) => (tellStarted = done));

/** Begun once the first page is there, which shall have the network for itself. */
export async function startWorker() {
  if (isOneFile() || !("serviceWorker" in navigator)) return;
  try {
    registration = await navigator.serviceWorker.register("sw.js");
    tellStarted();
  } catch {
    // Opened from a folder, or where it is not allowed: it works as long as the files are there.
  }
}

/** Keeps all of a lesson that may be wanted. @param {string} folder @param {string[]} ways
 * @param {string} id @param {string} language */
export async function keepForLater(folder, ways, id, language) {
  await started;
  const ready = await navigator.serviceWorker.ready;
  ready.active?.postMessage({
    keep: [
      `lessons/${id}.json`,
      `${folder}.json`,
      ...ways.map((way) => `${folder}-${way}.json`),
      ...(language === "vi" ? [] : [`text/${language}/${id}.json`]),
      `voice/${language}/${id}.json`,
    ],
    voice: `voice/${language}/${id}.json`,
  });
}

/** Whether a newer edition takes over now: between lessons, never within one. */
export async function useNewEdition() {
  // The very first one waits for nobody: it needs no other page to end.
  if (!registration?.waiting || !navigator.serviceWorker.controller) return false;
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting.postMessage({ take: true });
  return true;
}

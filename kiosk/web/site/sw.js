/**
 * Keeps the pages so that they work without a server. One edition at a time: a new one is fetched
 * whole, each file compared with its sum, before it takes the place of the old one.
 */
"use strict";

const VERSION = "{version}";
const EDITION = `kiosk-${VERSION}`;
const CLIPS = "kiosk-clips";
/** Sums of all files but clips, whose names are their sums. */
const FILES = "files.json";

/** @param {ArrayBuffer} content */
async function sumOf(content) {
  const sum = await crypto.subtle.digest("SHA-256", content);
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 16);
}

/** The file of this edition, and no other. A server may take two files of one second for the same:
 * what does not fit is asked for once more, past what the browser keeps.
 * @param {string} path @param {string} sum @returns {Promise<Response>} */
async function fetchExactly(path, sum) {
  for (const cache of /** @type {RequestCache[]} */ (["no-cache", "reload"])) {
    const answer = await fetch(path, { cache });
    if (answer.ok && (await sumOf(await answer.clone().arrayBuffer())) === sum) return answer;
  }
  throw new Error(`not of this edition: ${path}`);
}

async function sums() {
  const cache = await caches.open(EDITION);
  const kept = await cache.match(FILES);
  if (kept) return kept.json();
  const answer = await fetch(FILES, { cache: "no-cache" });
  const found = await answer.clone().json();
  if (found.version !== VERSION) throw new Error("another edition");
  await cache.put(FILES, answer);
  return found;
}

/** What the pages cannot do without, and what the edition before had kept. */
async function install() {
  const { files, needed } = await sums();
  const cache = await caches.open(EDITION);
  const before = (await caches.keys()).filter((name) => name.startsWith("kiosk-") && name !== EDITION && name !== CLIPS);
  const wanted = new Set(needed);
  for (const name of before) {
    for (const request of await (await caches.open(name)).keys()) {
      const path = pathOf(request.url);
      if (path in files) wanted.add(path);
    }
  }
  await Promise.all([...wanted].map((path) => keep(cache, path, files[path], before)));
}

/** @param {Cache} cache @param {string} path @param {string} sum @param {string[]} before */
async function keep(cache, path, sum, before = []) {
  if (await cache.match(addressOf(path))) return;
  for (const name of before) {
    const old = await (await caches.open(name)).match(addressOf(path));
    if (old && (await sumOf(await old.clone().arrayBuffer())) === sum) {
      await cache.put(addressOf(path), old);
      return;
    }
  }
  await cache.put(addressOf(path), await fetchExactly(addressOf(path), sum));
}

/** @param {string} url */
function pathOf(url) {
  const path = new URL(url).pathname.slice(new URL(self.registration.scope).pathname.length);
  return path === "" ? "index.html" : path;
}

/** @param {string} path */
function addressOf(path) {
  return new URL(path, self.registration.scope).href;
}

async function forgetOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith("kiosk-") && name !== EDITION && name !== CLIPS) await caches.delete(name);
  }
  await self.clients.claim();
}

/** @param {Request} request */
async function answer(request) {
  const path = pathOf(request.url);
  const clip = path.startsWith("voice/clips/");
  const cache = await caches.open(clip ? CLIPS : EDITION);
  const kept = await cache.match(addressOf(path), { ignoreSearch: true });
  if (kept) return kept;
  if (clip) {
    const fetched = await fetch(request);
    if (fetched.ok) await cache.put(addressOf(path), fetched.clone());
    return fetched;
  }
  const { files } = await sums();
  if (!(path in files)) return fetch(request);
  const fetched = await fetchExactly(addressOf(path), files[path]);
  await cache.put(addressOf(path), fetched.clone());
  return fetched;
}

/** The numbers of the lines that a file of a lesson says. @param {any} file */
function linesOf(file) {
  if (file.nodes) return file.lines;
  if (file.steps) return file.steps.flatMap((step) => (step.options ?? []).map((option) => option.line));
  const { title, goal, remember, closing, facts, troubles } = file;
  return [title, goal, ...remember, ...(closing === undefined ? [] : [closing]), ...facts.flat(), ...Object.values(troubles).flat()];
}

/** All that she may see of a lesson on her phone, and the clips of what is said there.
 * @param {string[]} paths @param {string} voice */
async function keepForLater(paths, voice) {
  const { files } = await sums();
  const cache = await caches.open(EDITION);
  const said = new Set();
  for (const path of paths) {
    if (path in files) await keep(cache, path, files[path]).catch(() => {});
    const kept = path.startsWith("lessons/") && (await cache.match(addressOf(path)));
    if (kept) for (const line of linesOf(await kept.json())) said.add(line);
  }
  const spokenLines = await cache.match(addressOf(voice));
  if (!spokenLines) return;
  const clips = await caches.open(CLIPS);
  for (const [number, spoken] of (await spokenLines.json()).entries()) {
    if (!spoken || !said.has(number)) continue;
    const address = addressOf(`voice/clips/${spoken[0]}.mp3`);
    if (!(await clips.match(address))) await clips.add(address).catch(() => {});
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});
self.addEventListener("message", (event) => {
  if (event.data.take) self.skipWaiting();
  if (event.data.keep) event.waitUntil(keepForLater(event.data.keep, event.data.voice));
});

/** Loads files of the edition: from the folder, or from whoever holds them all. */

/**
 * Who holds all files: their contents, and where a picture or a clip lies.
 * @typedef {{content: (path: string) => any, address: (path: string) => string}} Holder
 */

/** @type {Holder | null} */
let holder = null;
/** @type {Map<string, Promise<any>>} */
const loaded = new Map();

/** From now on files come from there. @param {Holder} files */
export function takeFiles(files) {
  holder = files;
}

/** Takes the files that lie within the page, where there are any. */
export function takeEmbedded() {
  const within = document.getElementById("embedded");
  if (!within) return;
  const files = JSON.parse(within.textContent ?? "{}");
  const address = (/** @type {string} */ path) => (path.endsWith(".mp3") ? soundAddress(files[path]) : files[path] ?? "");
  takeFiles({ content: (path) => files[path], address });
}

/** @param {string | undefined} letters that stand for the bytes of an MP3 file */
function soundAddress(letters) {
  const bytes = Uint8Array.from(atob(letters ?? ""), (letter) => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: "audio/mpeg" }));
}

/** Whether all of it is held, and no server is asked. */
export function isOneFile() {
  return holder !== null;
}

/** @param {string} path @returns {Promise<any>} the content of a JSON file */
export function json(path) {
  if (holder) {
    const found = holder.content(path);
    return found === undefined ? Promise.reject(new Error(path)) : Promise.resolve(found);
  }
  let content = loaded.get(path);
  if (!content) {
    content = fetch(path).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${path}`);
      return answer.json();
    });
    loaded.set(path, content);
    content.catch(() => loaded.delete(path));
  }
  return content;
}

/** @param {string} path @returns {Promise<string>} */
export async function text(path) {
  if (holder) return holder.content(path) ?? "";
  const answer = await fetch(path);
  return answer.ok ? answer.text() : "";
}

/** @param {string} path @returns {string} where a picture is */
export function picture(path) {
  return holder ? holder.address(path) : path;
}

/** @param {string} name of a clip @returns {Promise<string>} where it is played from */
export async function clip(name) {
  const path = `voice/clips/${name}.mp3`;
  if (holder) return holder.address(path);
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: "audio/mpeg" }));
}

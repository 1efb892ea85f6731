/** Loads files of the edition: from the folder, or from within the one page that holds them all. */

/** @type {Object<string, any> | null} */
let embedded = null;
/** @type {Map<string, Promise<any>>} */
const loaded = new Map();

/** Takes the files that lie within the page, where there are any. */
export function takeEmbedded() {
  const holder = document.getElementById("embedded");
  if (holder) embedded = JSON.parse(holder.textContent ?? "{}");
}

/** Whether all of it lies within this page. */
export function isOneFile() {
  return embedded !== null;
}

/** @param {string} path @returns {Promise<any>} the content of a JSON file */
export function json(path) {
  if (embedded) {
    return path in embedded ? Promise.resolve(embedded[path]) : Promise.reject(new Error(path));
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
  if (embedded) return embedded[path] ?? "";
  const answer = await fetch(path);
  return answer.ok ? answer.text() : "";
}

/** @param {string} path @returns {string} where a picture is */
export function picture(path) {
  return embedded ? (embedded[path] ?? "") : path;
}

/** @param {string} name of a clip @returns {Promise<Blob>} */
export async function clip(name) {
  const path = `voice/clips/${name}.mp3`;
  if (embedded) {
    const bytes = Uint8Array.from(atob(embedded[path] ?? ""), (letter) => letter.charCodeAt(0));
    return new Blob([bytes], { type: "audio/mpeg" });
  }
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return new Blob([await answer.arrayBuffer()], { type: "audio/mpeg" });
}

// Python in the browser, and in it the kiosk's own code: no server, nothing from the network.
"use strict";

const HOME = "/kit";

// The bytes of one of the kit's files, which a script has brought as letters.
async function bytesOf(name) {
  const letters = atob(KIT_FILES[name]);
  delete KIT_FILES[name];
  const packed = Uint8Array.from(letters, letter => letter.charCodeAt(0));
  if (!name.endsWith(".gz")) return packed;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function moduleOf(name) {
  const address = URL.createObjectURL(new Blob([await bytesOf(name)], { type: "text/javascript" }));
  return import(address);
}

// Begins Python; the answer is what checks and teaches a lesson (`kiosk/kit/in_browser.py`).
async function startPython() {
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    moduleOf("pyodide.mjs.gz"),
    moduleOf("pyodide.asm.mjs.gz"),
  ]);
  const library = URL.createObjectURL(new Blob([await bytesOf("python_stdlib.zip")]));
  const held = { "pyodide.asm.wasm": await bytesOf("pyodide.asm.wasm.gz"), [WHEEL]: await bytesOf(WHEEL) };
  const elsewhere = window.fetch;
  window.fetch = (address, ...others) => {
    const bytes = held[String(address).split("/").pop()];
    const headers = { "Content-Type": "application/wasm" };
    return bytes ? Promise.resolve(new Response(bytes, { headers })) : elsewhere(address, ...others);
  };
  try {
    const python = await loadPyodide({
      createPyodideModule,
      indexURL: "https://kit.invalid/",
      lockFileContents: LOCK,
      stdLibURL: library,
      fullStdLib: false,
    });
    await python.loadPackage(`https://kit.invalid/${WHEEL}`, { checkIntegrity: false, messageCallback: () => {} });
    python.FS.mkdirTree(HOME);
    python.unpackArchive(await bytesOf("kiosk.zip"), "zip", { extractDir: HOME });
    const lesson = python.runPython(
      `import os, sys; from pathlib import Path; sys.path.insert(0, "${HOME}"); os.chdir("${HOME}")\n` +
        `from kiosk.kit.in_browser import WrittenLesson; WrittenLesson(Path("${HOME}"))`,
    );
    return { lesson, keep: (name, bytes) => python.FS.writeFile(`${lesson.folder}/${name}`, bytes) };
  } finally {
    window.fetch = elsewhere;
  }
}

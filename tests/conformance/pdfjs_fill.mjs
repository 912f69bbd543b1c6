// Fills in a form as someone does in pdf.js and saves it: `node pdfjs_fill.mjs MODULES FILE SAVED TYPED`.
// The first box is ticked, TYPED goes into every line.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

globalThis.DOMMatrix ??= class {}; // drawing wants it; nothing is drawn here
const [modules, file, saved, typed] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(`${modules}/pdfjs-dist/legacy/build/pdf.mjs`));

const opened = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
let ticked = false;
for (let number = 1; number <= opened.numPages; number += 1) {
  for (const field of await (await opened.getPage(number)).getAnnotations()) {
    if (field.checkBox && !ticked) {
      opened.annotationStorage.setValue(field.id, { value: true });
      ticked = true;
    } else if (field.fieldType === "Tx") {
      opened.annotationStorage.setValue(field.id, { value: typed });
    }
  }
}
writeFileSync(saved, await opened.saveDocument());

// What pdf.js (Firefox, and many web pages that show a PDF) reads out of files: `node pdfjs.mjs MODULES FILE...`.
// A line of JSON a file: its pages, each as the text that is selected and searched.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

globalThis.DOMMatrix ??= class {}; // drawing wants it; nothing is drawn here
const [modules, ...files] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(`${modules}/pdfjs-dist/legacy/build/pdf.mjs`));

for (const file of files) {
  const opened = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= opened.numPages; number += 1) {
    const { items } = await (await opened.getPage(number)).getTextContent();
    pages.push(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
  }
  console.log(JSON.stringify({ file, pages }));
  await opened.destroy();
}

// Fails when the first load is larger than we promise: all JavaScript that index.html asks for, gzipped.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const limitBytes = 250 * 1024;
const dist = new URL('../dist/', import.meta.url);
const html = readFileSync(new URL('index.html', dist), 'utf8');
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const files = new Set();
const visit = (chunk) => {
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const name of chunk.imports ?? []) visit(manifest[name]);
};
visit(manifest['index.html']);

const sizes = [...files].map((file) => gzipSync(readFileSync(new URL(file, dist))).length);
const totalBytes = sizes.reduce((sum, bytes) => sum + bytes, 0);
const inline = /<script(?![^>]*\bsrc=)|\sstyle=|<style/.test(html);
console.log(
  `first load: ${(totalBytes / 1024).toFixed(1)} of ${limitBytes / 1024} KiB JavaScript, gzipped`,
);
if (inline) throw new Error('index.html holds inline script or style, which the CSP refuses');
if (totalBytes > limitBytes) throw new Error('the first load is too large');

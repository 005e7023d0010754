// Lays a Brotli and a gzip copy beside each asset that is worth it, so that the server compresses nothing at run time.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const smallestBytes = 1024;
const assets = new URL('../dist/assets/', import.meta.url);

for (const name of readdirSync(assets)) {
  if (!/\.(js|css|svg|json)$/.test(name)) continue;
  const file = new URL(name, assets);
  const bytes = readFileSync(file);
  if (bytes.length < smallestBytes) continue;
  const hint = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  writeFileSync(`${file.pathname}.br`, brotliCompressSync(bytes, hint));
  writeFileSync(`${file.pathname}.gz`, gzipSync(bytes, { level: 9 }));
}

// Types of the server's API from its committed description, so that a drift does not compile.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const description = new URL('../../docs/api/openapi.json', import.meta.url);
const types = new URL('../src/shared/schema.d.ts', import.meta.url);

const source = existsSync(description)
  ? astToString(await openapiTS(description))
  : 'export type paths = Record<never, never>;\nexport type components = { schemas: Record<never, never> };\n';
if (!existsSync(types) || readFileSync(types, 'utf8') !== source) writeFileSync(types, source);

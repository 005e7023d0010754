import type { FieldProblem, Problem } from './problem';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function field(value: unknown): FieldProblem[] {
  if (!isObject(value)) return [];
  const limit = typeof value.limit === 'number' ? value.limit : undefined;
  return [{ field: text(value.field), code: text(value.code), detail: text(value.detail), limit }];
}

/** Reads a problem from whatever a server, or a proxy in front of it, has answered. */
export function parseProblem(status: number, body: unknown): Problem {
  const members = isObject(body) ? body : {};
  const type = text(members.type);
  return {
    status,
    code: type.startsWith('/problems/') ? type.slice('/problems/'.length) : '',
    title: text(members.title),
    detail: text(members.detail),
    fields: Array.isArray(members.errors) ? members.errors.flatMap(field) : [],
    members,
  };
}

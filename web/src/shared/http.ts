import createClient from 'openapi-fetch';
import { ProblemError } from './problem';
import { parseProblem } from './problem.parser';
import { askForProof } from './proof';
import type { paths } from './schema';

/**
 * The server's API. The session travels in a cookie of the same origin. Where the server first wants
 * a proof of who is there, the person is asked for it, and the request is sent again.
 */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: send });

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang);
    return request;
  },
});

async function send(request: Request): Promise<Response> {
  // A body can be read once only.
  const again = request.clone();
  const answer = await fetch(request);
  return (await wantsProof(answer)) && (await askForProof()) ? fetch(again) : answer;
}

async function wantsProof(answer: Response): Promise<boolean> {
  if (answer.status !== 403) return false;
  const body = await answer
    .clone()
    .json()
    .catch(() => undefined);
  return parseProblem(answer.status, body).code === 'proof-needed';
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of a good answer; a bad one is thrown as a `ProblemError`. */
export async function body<T>(call: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data } = await answered(call);
  if (data === undefined || data === null) throw new Error('the server answered without a body');
  return data;
}

/** Waits for a good answer that has no body, or one we do not need. */
export async function done(call: Promise<Answer<unknown>>): Promise<void> {
  await answered(call);
}

/** The body, and the version under which the server knows it. */
export async function versioned<T>(
  call: Promise<Answer<T>>,
): Promise<{ value: NonNullable<T>; etag: string }> {
  const answer = await answered(call);
  if (answer.data === undefined || answer.data === null) {
    throw new Error('the server answered without a body');
  }
  return { value: answer.data, etag: answer.response.headers.get('ETag') ?? '' };
}

async function answered<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await call;
  if (!answer.response.ok) {
    throw new ProblemError(parseProblem(answer.response.status, answer.error));
  }
  return answer;
}

/** A key that makes a creating request safe to send again: one per form, not per click. */
export function idempotencyKey(): string {
  // Browsers have randomUUID on safe lines only, and an operator may insist on plain HTTP.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import { afterEach, expect, test, vi } from 'vitest';
import { api, idempotencyKey } from './http';
import { putProofQuestionBy } from './proof';

const house = { params: { path: { org: 'hanbit' } } };
const sent: string[] = [];
let takeBack = () => {};

afterEach(() => {
  vi.unstubAllGlobals();
  sent.length = 0;
  takeBack();
});

/** A server that answers with these, in turn, and notes what it was sent. */
function answerWith(...answers: Response[]) {
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(await request.text());
    return answers.shift();
  });
}

function problem(code: string): Response {
  return Response.json({ type: `/problems/${code}` }, { status: 403 });
}

function ask(answer: boolean) {
  const question = vi.fn(async () => answer);
  takeBack = putProofQuestionBy(question);
  return question;
}

const makeToken = () =>
  api.POST('/api/o/{org}/me/tokens', { ...house, body: { name: 'backup', scopes: [], days: 7 } });

test('what wants a proof is asked for it, and sent again whole', async () => {
  answerWith(problem('proof-needed'), Response.json({ id: '1' }, { status: 201 }));
  ask(true);

  const { response } = await makeToken();

  expect(response.status).toBe(201);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toBe(sent[0]);
  expect(sent[1]).toContain('backup');
});

test('who does not answer is refused', async () => {
  answerWith(problem('proof-needed'));
  ask(false);

  const { response, error } = await makeToken();

  expect(response.status).toBe(403);
  expect(error).toMatchObject({ type: '/problems/proof-needed' });
  expect(sent).toHaveLength(1);
});

test('who may not do it is not asked', async () => {
  answerWith(problem('forbidden'), new Response('no', { status: 403 }));
  const question = ask(true);

  await makeToken();
  await makeToken();

  expect(question).not.toHaveBeenCalled();
  expect(sent).toHaveLength(2);
});

test('where nobody is signed in there is nobody to ask', async () => {
  answerWith(problem('proof-needed'));

  expect((await makeToken()).response.status).toBe(403);
});

test('a key is made on plain HTTP, where browsers have no randomUUID', () => {
  const { getRandomValues } = crypto;
  vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) });

  const keys = new Set(Array.from({ length: 100 }, idempotencyKey));

  expect(keys.size).toBe(100);
});

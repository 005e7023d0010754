import type { Me } from './session';

/** Trusts our own server for the shape of its answer; the type is in one place, here. */
export function parseMe(answer: unknown): Me {
  if (typeof answer !== 'object' || answer === null || !('organisation' in answer)) {
    throw new Error('the server did not say who is signed in');
  }
  return answer as Me;
}

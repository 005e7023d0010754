/** What went wrong with one field of a form. */
export type FieldProblem = {
  field: string;
  code: string;
  detail: string;
  /** The bound that was crossed, where there is one. */
  limit?: number;
};

/** An answer of kind application/problem+json (RFC 9457). */
export type Problem = {
  status: number;
  code: string;
  title: string;
  detail: string;
  fields: FieldProblem[];
  /** The answer's own members, for problems that carry more than words. */
  members: Record<string, unknown>;
};

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ProblemError';
  }
}

/** The code of a problem, or `undefined` where something else went wrong. */
export function problemCode(error: unknown): string | undefined {
  return error instanceof ProblemError ? error.problem.code : undefined;
}

export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ProblemError && error.problem.status === status;
}

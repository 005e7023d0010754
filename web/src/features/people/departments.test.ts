import { expect, test } from 'vitest';
import { branchesOf, type Department, optionsOf } from './departments';

function department(id: string, position: number, parent?: string, people = 1): Department {
  return { id, name: id.toUpperCase(), position, parent, people, version: 1 };
}

const departments = [
  department('b', 1),
  department('a', 0),
  department('b2', 1, 'b', 4),
  department('b1', 0, 'b', 2),
];

test('departments stand below their parents, in their order', () => {
  const [first, second] = branchesOf(departments);

  expect(first?.department.id).toBe('a');
  expect(second?.below.map(({ department: { id } }) => id)).toEqual(['b1', 'b2']);
});

test('a branch counts the people below it too', () => {
  expect(branchesOf(departments)[1]?.people).toBe(7);
});

test('a department is chosen by its whole path', () => {
  expect(optionsOf(departments).map(({ label }) => label)).toEqual(['A', 'B', 'B / B1', 'B / B2']);
});

import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import type { components } from '@/shared/schema';
import type { TreeNode } from '@/ui/Tree';

export type Department = components['schemas']['DepartmentView'];

export function departmentsQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'departments'],
    queryFn: () =>
      body(api.GET('/api/o/{org}/departments', { params: { path: { org } } })).then(
        ({ items }) => items,
      ),
  });
}

export function useDepartments(org: string) {
  return useQuery(departmentsQuery(org));
}

/** A department with those below it. */
export type Branch = { department: Department; below: Branch[]; people: number };

/** The tree that the parents describe; `people` counts those below too. */
export function branchesOf(departments: Department[], parent?: string): Branch[] {
  return departments
    .filter((department) => (department.parent ?? undefined) === parent)
    .sort((one, other) => one.position - other.position)
    .map((department) => {
      const below = branchesOf(departments, department.id);
      const people = below.reduce((sum, branch) => sum + branch.people, department.people);
      return { department, below, people };
    });
}

export function nodesOf(branches: Branch[]): TreeNode[] {
  return branches.map(({ department, below, people }) => ({
    id: department.id,
    label: department.name,
    trailing: people,
    children: nodesOf(below),
  }));
}

/** A department's name after those above it: 영업본부 / 국내영업팀. */
export function pathOf(departments: Department[], id: string): string {
  const department = departments.find((known) => known.id === id);
  if (!department) return '';
  const above = department.parent ? pathOf(departments, department.parent) : '';
  return above ? `${above} / ${department.name}` : department.name;
}

/** Every department by its path, in the order of the tree, for choosing one. */
export function optionsOf(departments: Department[]): { value: string; label: string }[] {
  const walk = (branches: Branch[]): { value: string; label: string }[] =>
    branches.flatMap(({ department, below }) => [
      { value: department.id, label: pathOf(departments, department.id) },
      ...walk(below),
    ]);
  return walk(branchesOf(departments));
}

const one = (org: string, id: string) => ({ path: { org, id } });

export function createDepartment(
  org: string,
  name: string,
  parent: string | undefined,
  key: string,
) {
  return body(
    api.POST('/api/o/{org}/departments', {
      params: { path: { org } },
      headers: { 'Idempotency-Key': key },
      body: { name, parent },
    }),
  );
}

export function editDepartment(org: string, department: Department, name: string, head?: string) {
  return body(
    api.PUT('/api/o/{org}/departments/{id}', {
      params: { ...one(org, department.id), header: { 'If-Match': `"${department.version}"` } },
      body: { name, head },
    }),
  );
}

export function moveDepartment(
  org: string,
  id: string,
  parent: string | undefined,
  position: number,
) {
  return body(
    api.POST('/api/o/{org}/departments/{id}/move', {
      params: one(org, id),
      body: { parent, position },
    }),
  );
}

export function closeDepartment(org: string, id: string): Promise<void> {
  return done(api.DELETE('/api/o/{org}/departments/{id}', { params: one(org, id) }));
}

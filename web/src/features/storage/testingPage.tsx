import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { configure, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { vi } from 'vitest';
import { ToastProvider } from '@/ui/Toasts';

// A whole page takes its time where much else is built.
configure({ asyncUtilTimeout: 4_000 });

export type Asked = { method: string; path: string; body: unknown };

/**
 * Shows a page of the organisation `hanbit` to somebody who may do some things.
 *
 * @param answers what the server says, by `METHOD path`, the path below `/api/o/hanbit`
 * @returns what it was asked that changes something
 */
export function showPage(
  route: { path: string; address: string; component: () => ReactElement },
  capabilities: string[],
  answers: Record<string, (body: unknown) => Response>,
): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/o/hanbit', '');
    if (path === '/me') return Response.json({ capabilities });
    const body: unknown = request.method === 'GET' ? undefined : await request.json();
    if (request.method !== 'GET') asked.push({ method: request.method, path, body });
    const answer = answers[`${request.method} ${path}`];
    return answer ? answer(body) : Response.json({ type: '/problems/unknown' }, { status: 404 });
  });
  const root = createRootRoute();
  const { path: pattern, component, address } = route;
  const page = createRoute({ getParentRoute: () => root, path: pattern, component });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return asked;
}

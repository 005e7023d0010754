import {
  defaultStringifySearch,
  useLocation,
  useNavigate,
  useSearch,
} from '@tanstack/react-router';
import { useCallback } from 'react';

/** What narrows a list stands in the page's address: it can be kept, sent and gone back to. */
export function useFilter<Name extends string>(...names: Name[]) {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const path = useLocation({ select: ({ pathname }) => pathname });
  const navigate = useNavigate();
  const filter: Partial<Record<string, string>> = Object.fromEntries(
    names.flatMap((name) => (search[name] === undefined ? [] : [[name, String(search[name])]])),
  );
  const narrow = useCallback(
    (next: Next<Name>) => void navigate({ to: '.', search: narrowed(search, next), replace: true }),
    [search, navigate],
  );
  /** Goes to a place of its own, from which Back leads back. */
  const enter = (next: Next<Name>) => void navigate({ to: '.', search: narrowed(search, next) });
  /** Where both would lead. */
  const addressOf = (next: Next<Name>) => path + defaultStringifySearch(narrowed(search, next));
  return { filter, narrow, enter, addressOf };
}

type Next<Name extends string> = Partial<Record<Name, string | null>>;

function narrowed(search: Readonly<Record<string, unknown>>, next: Next<string>) {
  const merged = Object.entries({ ...search, ...next });
  return Object.fromEntries(merged.filter(([, value]) => value !== '' && value != null));
}

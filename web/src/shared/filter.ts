import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What narrows a list stands in the page's address: it can be kept, sent and gone back to. */
export function useFilter<Name extends string>(...names: Name[]) {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter: Partial<Record<string, string>> = Object.fromEntries(
    names.flatMap((name) => (search[name] === undefined ? [] : [[name, String(search[name])]])),
  );
  const narrow = useCallback(
    (next: Partial<Record<Name, string | null>>) => {
      const merged = { ...search, ...next };
      const kept = Object.entries(merged).filter(([, value]) => value !== '' && value != null);
      void navigate({ to: '.', search: Object.fromEntries(kept), replace: true });
    },
    [search, navigate],
  );
  return { filter, narrow };
}

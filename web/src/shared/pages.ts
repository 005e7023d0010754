import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';

/** One page of a list, and the cursor of the next. */
export type Page<T> = { items: T[]; next?: string | null };

/** A list that is read on by cursor. */
export type Pages<T> = {
  rows: T[];
  isPending: boolean;
  error: Error | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
};

/** Reads a list page by page; `key` names the question, `fetchPage` asks it. */
export function usePages<T>(
  key: readonly unknown[],
  fetchPage: (cursor: string | undefined) => Promise<Page<T>>,
): Pages<T> {
  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam }) => fetchPage(pageParam || undefined),
    getNextPageParam: (page: Page<T>) => page.next ?? null,
    select: (data: InfiniteData<Page<T>, string>) => data.pages.flatMap((page) => page.items),
  });
  return {
    rows: query.data ?? [],
    isPending: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (!query.isFetchingNextPage) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}

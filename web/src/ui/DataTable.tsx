import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pages } from '@/shared/pages';
import classes from './DataTable.module.css';
import { RowOpener } from './RowOpener';
import { Failed, Loading } from './States';
import { useKeptFocus } from './useKeptFocus';
import { useRowKeys } from './useRowKeys';

export type Column<T> = {
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  width?: string;
  align?: 'end';
  /** `wide` columns are left out on a phone. */
  show?: 'wide';
};

export type Selection = {
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
};

type Props<T> = {
  /** What the table lists, for those who cannot see it. */
  label: string;
  pages: Pages<T>;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  rowLabel?: (row: T) => string;
  open?: (row: T) => void;
  /** Where `open` leads, if that has an address: rows then open in new tabs, too. */
  address?: (row: T) => string;
  empty: ReactNode;
  selection?: Selection;
};

/**
 * A list with columns, read on by cursor as the reader scrolls. Arrow keys walk the rows, Enter
 * opens one, Space chooses it. The first column names the row, and is what opens it.
 */
export function DataTable<T>(props: Props<T>) {
  const { pages, empty } = props;
  if (pages.rows.length === 0) {
    if (pages.error) return <Failed error={pages.error} retry={pages.retry} />;
    return pages.isPending ? <Loading rows={8} /> : empty;
  }
  return (
    <div className={classes.frame}>
      <Rows {...props} />
      <More pages={pages} />
    </div>
  );
}

function Rows<T>(props: Props<T>) {
  const { label, pages, columns, rowKey, rowLabel, open, address, selection } = props;
  const { t } = useTranslation();
  const keys = useRowKeys(pages.rows.length);
  const ids = pages.rows.map(rowKey);
  const toggle = (id: string) => {
    const chosen = new Set(selection?.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    selection?.onChange(chosen);
  };
  const all = selection !== undefined && ids.every((id) => selection.chosen.has(id));

  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {selection && (
            <th className={classes.choose}>
              <Checkbox
                size="xs"
                aria-label={t('ui.chooseAll')}
                checked={all}
                indeterminate={!all && selection.chosen.size > 0}
                onChange={() => selection.onChange(new Set(all ? [] : ids))}
              />
            </th>
          )}
          {columns.map(({ key, header, width, align, show }) => (
            <th key={key} scope="col" style={{ width }} data-align={align} data-show={show}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={useKeptFocus()}>
        {pages.rows.map((row, index) => {
          const id = ids[index] ?? '';
          const { row: handlers, opener } = keys(index, {
            open: open && (() => open(row)),
            choose: selection && (() => toggle(id)),
          });
          return (
            <tr
              key={id}
              {...handlers}
              data-open={open ? '' : undefined}
              data-chosen={selection?.chosen.has(id) || undefined}
            >
              {selection && (
                <td className={classes.choose}>
                  <Checkbox
                    size="xs"
                    tabIndex={-1}
                    aria-label={t('ui.choose', { name: rowLabel?.(row) ?? id })}
                    checked={selection.chosen.has(id)}
                    onChange={() => toggle(id)}
                  />
                </td>
              )}
              {columns.map(({ key, cell, align, show }, column) => (
                <td key={key} data-align={align} data-show={show}>
                  {opener && column === 0 ? (
                    <RowOpener opening={opener} address={address?.(row)}>
                      {cell(row)}
                    </RowOpener>
                  ) : (
                    cell(row)
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Asks for the next page when the reader nears the end; the button serves the keyboard. */
function More<T>({ pages }: { pages: Pages<T> }) {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  const { hasMore, loadMore, error } = pages;
  useEffect(() => {
    const target = end.current;
    if (!target || !hasMore || error) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) loadMore();
      },
      { rootMargin: '400px' },
    );
    watch.observe(target);
    return () => watch.disconnect();
  }, [hasMore, loadMore, error]);

  if (!hasMore) return null;
  return (
    <div ref={end} className={classes.more}>
      <Button variant="subtle" loading={pages.isLoadingMore} onClick={loadMore}>
        {t('ui.more')}
      </Button>
    </div>
  );
}

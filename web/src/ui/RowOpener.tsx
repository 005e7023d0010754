import { UnstyledButton } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import classes from './RowOpener.module.css';
import type { Opening } from './useRowKeys';

type Props = {
  opening: Opening;
  /** Where the row leads, if it has an address of its own. */
  address: string | undefined;
  children: ReactNode;
};

/** What a row is called, as the link that opens it, also in a new tab; or as a button. */
export function RowOpener({ opening: { open, ...stop }, address, children }: Props) {
  if (address === undefined) {
    return (
      <UnstyledButton {...stop} className={classes.opener} onClick={open}>
        {children}
      </UnstyledButton>
    );
  }
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  };
  return (
    <a {...stop} href={address} className={classes.opener} onClick={follow}>
      {children}
    </a>
  );
}

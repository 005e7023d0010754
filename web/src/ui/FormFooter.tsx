import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './FormFooter.module.css';
import { Notice } from './Notice';

type Props = {
  submit: string;
  sending: boolean;
  failure?: string;
  /** Further buttons, such as Cancel, left of the one that sends. */
  children?: ReactNode;
  danger?: boolean;
  fullWidth?: boolean;
};

/** The end of every form: what the server said about it as a whole, and the button that sends it. */
export function FormFooter({ submit, sending, failure, children, danger, fullWidth }: Props) {
  return (
    <div className={classes.footer}>
      {failure && <Notice tone="bad">{failure}</Notice>}
      <div className={classes.buttons}>
        {children}
        <Button
          type="submit"
          loading={sending}
          fullWidth={fullWidth}
          color={danger ? 'red' : undefined}
        >
          {submit}
        </Button>
      </div>
    </div>
  );
}

import { Failed } from '@/ui/States';
import classes from './HouseFailed.module.css';

/** There is no shell to draw: no such organisation, or no server. */
export function HouseFailed({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className={classes.whole}>
      <Failed error={error} retry={retry} />
    </main>
  );
}

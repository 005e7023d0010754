import { useHotkeys, useLocalStorage } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BottomBar } from './BottomBar';
import type { House } from './house';
import { Presence } from './Presence';
import { Rail } from './Rail';
import { SearchPalette } from './SearchPalette';
import classes from './Shell.module.css';
import { TopBar } from './TopBar';

/** What stands around every page of someone who is signed in. */
export function Shell({ house }: { house: House }) {
  const { t } = useTranslation();
  const [folded, setFolded] = useLocalStorage({ key: 'dure.rail.folded', defaultValue: false });
  const [searching, setSearching] = useState(false);
  const main = useFocusOnNavigation();
  // Also from within a field.
  useHotkeys([['mod+K', () => setSearching(true)]], []);
  useHotkeys([
    ['/', () => setSearching(true)],
    ['[', () => setFolded((now) => !now)],
  ]);

  return (
    <div className={classes.shell} data-folded={folded || undefined}>
      <a className={classes.skip} href="#main">
        {t('shell.skip')}
      </a>
      <Rail house={house} folded={folded} onFold={() => setFolded((now) => !now)} />
      <TopBar house={house} onSearch={() => setSearching(true)} />
      <div className={classes.presence}>
        <Presence house={house} />
      </div>
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <BottomBar house={house} />
      <SearchPalette house={house} opened={searching} onClose={() => setSearching(false)} />
    </div>
  );
}

/** A new page starts at its top, for the eyes and for the keyboard. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const last = useRef(path);
  useEffect(() => {
    if (last.current && path !== last.current) {
      main.current?.focus({ preventScroll: true });
      main.current?.scrollTo(0, 0);
    }
    last.current = path;
  }, [path]);
  return main;
}

import { CloseButton } from '@mantine/core';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '@/shared/errorText';
import classes from './Toasts.module.css';

/** How long a toast can be undone, in milliseconds: long enough to read and to reach for a key. */
const patience = 7_000;

type Toast = { id: number; text: string; bad?: boolean; undo?: () => void };

type Toasts = {
  say: (text: string) => void;
  fail: (error: unknown) => void;
  /** What has been done already, and how to take it back. */
  done: (text: string, undo: () => Promise<unknown>) => void;
  /** What cannot be taken back, and so is done only once the time to undo has passed. */
  doLater: (text: string, act: () => Promise<unknown>, undone: () => void) => void;
};

const Context = createContext<Toasts | undefined>(undefined);

export function useToasts(): Toasts {
  const toasts = useContext(Context);
  if (!toasts) throw new Error('useToasts needs a ToastProvider');
  return toasts;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Toast[]>([]);
  const next = useRef(0);
  const pending = useRef(new Map<number, () => void>());

  const dismiss = useCallback((id: number) => {
    setShown((now) => now.filter((toast) => toast.id !== id));
    pending.current.get(id)?.();
    pending.current.delete(id);
  }, []);

  const show = useCallback(
    (toast: Omit<Toast, 'id'>) => {
      const id = next.current++;
      setShown((now) => [...now.slice(-2), { ...toast, id }]);
      setTimeout(() => dismiss(id), patience);
      return id;
    },
    [dismiss],
  );

  const toasts = useMemo<Toasts>(() => {
    const fail = (error: unknown) => {
      show({ text: errorText(error, t), bad: true });
    };
    return {
      say: (text) => {
        show({ text });
      },
      fail,
      done: (text, undo) => {
        show({ text, undo: () => void undo().catch(fail) });
      },
      doLater: (text, act, undone) => {
        const id = show({
          text,
          undo: () => {
            pending.current.delete(id);
            undone();
          },
        });
        pending.current.set(id, () => {
          act().catch((error) => {
            undone();
            fail(error);
          });
        });
      },
    };
  }, [show, t]);

  useEffect(() => {
    const flush = () => {
      for (const act of pending.current.values()) act();
      pending.current.clear();
    };
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, []);

  const undo = useCallback(
    (toast: Toast) => {
      toast.undo?.();
      pending.current.delete(toast.id);
      dismiss(toast.id);
    },
    [dismiss],
  );
  useUndoKey(shown, undo);

  return (
    <Context.Provider value={toasts}>
      {children}
      <div className={classes.region} role="status" aria-live="polite">
        {shown.map((toast) => (
          <div key={toast.id} className={classes.toast} data-bad={toast.bad || undefined}>
            <span className={classes.text}>{toast.text}</span>
            {toast.undo && (
              <button type="button" className={classes.undo} onClick={() => undo(toast)}>
                {t('ui.undo')}
              </button>
            )}
            <CloseButton
              size="sm"
              c="inherit"
              variant="transparent"
              aria-label={t('ui.close')}
              onClick={() => dismiss(toast.id)}
            />
          </div>
        ))}
      </div>
    </Context.Provider>
  );
}

/** Ctrl+Z or ⌘Z takes the last thing back, unless it is meant for a text. */
function useUndoKey(shown: Toast[], undo: (toast: Toast) => void) {
  useEffect(() => {
    const last = shown.findLast((toast) => toast.undo);
    if (!last) return;
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea');
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || typing) return;
      event.preventDefault();
      undo(last);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [shown, undo]);
}

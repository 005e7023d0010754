import { type ChangeEvent, type FormEvent, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, fieldText } from '@/shared/errorText';
import { idempotencyKey } from '@/shared/http';
import { ProblemError } from '@/shared/problem';

type Errors = Readonly<Record<string, string>>;
type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Sends a form's values; `key` stays the same until it has succeeded, so a retry is safe. */
type Send<V> = (values: V, key: string) => Promise<unknown>;

/** A form's values, what the server said about each, and its state of being sent. */
export function useForm<V extends object>(initial: V) {
  const { t } = useTranslation();
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<string>();
  const [sending, setSending] = useState(false);
  const key = useRef(idempotencyKey());

  const set = useCallback(<K extends keyof V & string>(field: K, value: V[K]) => {
    setValues((now) => ({ ...now, [field]: value }));
    setErrors(({ [field]: _, ...others }) => others);
  }, []);

  const refuse = (error: unknown, form?: HTMLFormElement) => {
    const fields = error instanceof ProblemError ? error.problem.fields : [];
    const known = fields.filter(({ field }) => field in values);
    setErrors(Object.fromEntries(known.map((problem) => [problem.field, fieldText(problem, t)])));
    const others = fields
      .filter(({ field }) => !(field in values))
      .map((problem) => fieldText(problem, t));
    if (known.length === 0) setFailure(others.join(' ') || errorText(error, t));
    else if (others.length > 0) setFailure(others.join(' '));
    focusFirst(
      form,
      known.map(({ field }) => field),
    );
  };

  const submit = (send: Send<V>) => async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const form = event.currentTarget;
    setSending(true);
    setErrors({});
    setFailure(undefined);
    try {
      await send(values, key.current);
      key.current = idempotencyKey();
    } catch (error) {
      refuse(error, form);
    } finally {
      setSending(false);
    }
  };

  /** For an input whose value is a text. */
  const text = (field: keyof V & string) => ({
    name: nameOf(field),
    value: String(values[field] ?? ''),
    error: errors[field],
    onChange: (event: ChangeEvent<Input>) => {
      const { value } = event.currentTarget;
      setValues((now) => ({ ...now, [field]: value }));
      setErrors(({ [field]: _, ...others }) => others);
    },
  });

  /** For a checkbox or switch. */
  const checked = (field: keyof V & string) => ({
    name: nameOf(field),
    checked: Boolean(values[field]),
    error: errors[field],
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const { checked: value } = event.currentTarget;
      setValues((now) => ({ ...now, [field]: value }));
    },
  });

  /** For a control that hands over its value itself. */
  const value = <K extends keyof V & string>(field: K) => ({
    name: nameOf(field),
    value: values[field],
    error: errors[field],
    onChange: (next: V[K]) => set(field, next),
  });

  const reset = useCallback((next: V) => {
    setValues(next);
    setErrors({});
    setFailure(undefined);
    key.current = idempotencyKey();
  }, []);

  return { values, set, text, checked, value, submit, reset, refuse, sending, failure };
}

/** Widened, so that a part of a form can be handed on as a form with fewer fields. */
function nameOf(field: string): string {
  return field;
}

function focusFirst(form: HTMLFormElement | undefined, fields: string[]) {
  const first = fields[0];
  const input = first ? form?.elements.namedItem(first) : undefined;
  if (input instanceof HTMLElement) input.focus();
}

import { useTranslation } from 'react-i18next';

/** What can be told of, by S3's names; ours are made of the first word. */
export const eventKinds = [
  's3:ObjectCreated:*',
  's3:ObjectRemoved:*',
  's3:LifecycleExpiration:*',
  's3:ObjectTagging:*',
] as const;

/** An event in words; one that only a program would choose by its name. */
export function useEventText() {
  const { t } = useTranslation();
  return (event: string) => {
    const kind = eventKinds.find((known) => known === event);
    return kind ? t(`bucketSettings.event.${nameOf(kind)}`) : event;
  };
}

type Kind = (typeof eventKinds)[number];
type Name = 'ObjectCreated' | 'ObjectRemoved' | 'LifecycleExpiration' | 'ObjectTagging';

function nameOf(kind: Kind): Name {
  switch (kind) {
    case 's3:ObjectCreated:*':
      return 'ObjectCreated';
    case 's3:ObjectRemoved:*':
      return 'ObjectRemoved';
    case 's3:LifecycleExpiration:*':
      return 'LifecycleExpiration';
    case 's3:ObjectTagging:*':
      return 'ObjectTagging';
  }
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts } from '@/ui/Toasts';
import { deleteObject } from './storage';
import { restoreVersion, type Version } from './versions';

export type VersionActs = ReturnType<typeof useVersionActs>;

/** What can be done with versions, each with a way back. */
export function useVersionActs(org: string, bucket: string) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const refresh = () => queries.invalidateQueries({ queryKey: [org, 'storage'] });

  /** Cannot be taken back: so it is done only once the time to undo has passed. */
  const remove = (version: Version, id: string) => {
    setHidden((now) => new Set([...now, id]));
    toasts.doLater(
      t('versions.removed', { key: version.key }),
      () => deleteObject(org, bucket, version.key, version.version).then(refresh),
      () => setHidden((now) => new Set([...now].filter((other) => other !== id))),
    );
  };

  /** A bucket that keeps no versions any more has put it in the place of another: no way back. */
  const restore = async (version: Version) => {
    try {
      const { key, version: made } = await restoreVersion(org, bucket, version);
      const text = t('versions.restored', { key });
      if (made === 'null') toasts.say(text);
      else toasts.done(text, () => deleteObject(org, bucket, key, made).then(refresh));
      await refresh();
    } catch (error) {
      toasts.fail(error);
    }
  };

  /** Takes the mark away that says that the object is deleted. */
  const undelete = async ({ key, version }: Version) => {
    try {
      await deleteObject(org, bucket, key, version);
      toasts.done(t('versions.undeleted', { key }), () =>
        deleteObject(org, bucket, key).then(refresh),
      );
      await refresh();
    } catch (error) {
      toasts.fail(error);
    }
  };

  return { hidden, remove, restore, undelete };
}

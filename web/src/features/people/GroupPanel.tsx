import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { photoOf } from '@/shared/photo';
import { useOrg } from '@/shared/place';
import { Face } from '@/ui/Face';
import { Line, Lines } from '@/ui/Lines';
import { PersonSelect } from '@/ui/PersonSelect';
import { SidePanel } from '@/ui/SidePanel';
import { Row, Stack } from '@/ui/Stack';
import { Failed, Loading } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import {
  addMember,
  deleteGroup,
  type Group,
  groupsKey,
  removeMember,
  useGroupMembers,
} from './groups';

type Props = { group: Group | undefined; onClose: () => void };

/** Who belongs to a group. */
export function GroupPanel({ group, onClose }: Props) {
  return (
    <SidePanel title={group?.name ?? ''} opened={group !== undefined} onClose={onClose}>
      {group && <Members group={group} onDeleted={onClose} />}
    </SidePanel>
  );
}

function Members({ group, onDeleted }: { group: Group; onDeleted: () => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const pages = useGroupMembers(org, group.id);
  const act = useAct();
  return (
    <Stack>
      <PersonSelect
        // A new one after each choice, so that it is empty again.
        key={pages.rows.length}
        label={t('groups.addMember')}
        onChoose={(person) => person && act.mutate(() => addMember(org, group.id, person))}
      />
      {pages.error && <Failed error={pages.error} retry={pages.retry} />}
      {pages.isPending && <Loading rows={4} />}
      <Lines>
        {pages.rows.map(({ id, name, photo }) => (
          <Line
            key={id}
            icon={<Face name={name} photo={photoOf(org, id, photo)} />}
            title={name}
            actions={
              <Button
                variant="subtle"
                onClick={() => act.mutate(() => removeMember(org, group.id, id))}
              >
                {t('groups.removeMember')}
              </Button>
            }
          />
        ))}
      </Lines>
      <Row>
        {pages.hasMore && (
          <Button variant="subtle" loading={pages.isLoadingMore} onClick={pages.loadMore}>
            {t('ui.more')}
          </Button>
        )}
        {!pages.isPending && pages.rows.length === 0 && (
          <Button
            variant="subtle"
            color="red"
            onClick={() => act.mutate(() => deleteGroup(org, group.id).then(onDeleted))}
          >
            {t('groups.delete')}
          </Button>
        )}
      </Row>
    </Stack>
  );
}

/** Every act on groups makes what is shown of them old. */
function useAct() {
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => queries.invalidateQueries({ queryKey: groupsKey(org) }),
    onError: toasts.fail,
  });
}

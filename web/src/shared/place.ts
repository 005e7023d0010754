import { useParams } from '@tanstack/react-router';

/** The short name under which the operator's own staff are an organisation. */
export const operatorName = 'console';

/** The short name of the organisation that the page's address names. */
export function useOrg(): string {
  const { org } = useParams({ strict: false });
  return org ?? operatorName;
}

/** Where an organisation's pages stand. */
export function pagesOf(org: string): string {
  return org === operatorName ? '/console' : `/o/${org}`;
}

/** Where a person's photo is; the tag changes with it, and without one there is none. */
export function photoOf(org: string, id: string, tag?: string | null): string | undefined {
  return tag ? `/api/o/${org}/people/${id}/photo?v=${encodeURIComponent(tag)}` : undefined;
}

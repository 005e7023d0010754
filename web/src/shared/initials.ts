const hangul = /\p{Script=Hangul}/u;
const han = /\p{Script=Han}/u;

/** Korean family names of two syllables; all others have one. */
const longFamilyNames = ['남궁', '황보', '제갈', '사공', '선우', '서문', '독고', '동방'];

/**
 * What stands in a person's round picture while there is no photo: the given name in Korean (김민수
 * is 민수), the last character in Chinese, the first letters of first and last word elsewhere.
 */
export function initials(name: string): string {
  const trimmed = name.trim();
  if (hangul.test(trimmed)) return koreanGivenName(trimmed.replace(/\s/g, ''));
  if (han.test(trimmed)) return [...trimmed].slice(-1).join('');
  const words = trimmed.split(/\s+/).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

function koreanGivenName(name: string): string {
  const characters = [...name];
  if (characters.length <= 2) return name;
  const family = characters.length > 3 && longFamilyNames.some((long) => name.startsWith(long));
  return characters
    .slice(family ? 2 : 1)
    .slice(0, 2)
    .join('');
}

/** A stable number below `count` for a text, so that a person keeps the same tint everywhere. */
export function tintOf(text: string, count: number): number {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % count;
}

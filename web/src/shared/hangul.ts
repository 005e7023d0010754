const initialConsonants = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const syllablesPerInitial = 588;

function initialConsonant(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < firstSyllable || code > lastSyllable) return character;
  return initialConsonants[Math.floor((code - firstSyllable) / syllablesPerInitial)] ?? character;
}

/** True where a text holds the query, read also by initial consonants: ㄱㅁㅅ finds 김민수. */
export function matches(text: string, query: string): boolean {
  const wanted = [...query.normalize('NFC').toLocaleLowerCase().replace(/\s/g, '')];
  const held = [...text.normalize('NFC').toLocaleLowerCase().replace(/\s/g, '')];
  return (
    held.some((_, start) =>
      wanted.every((character, index) => {
        const other = held[start + index] ?? '';
        return other === character || initialConsonant(other) === character;
      }),
    ) || wanted.length === 0
  );
}

import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Every file in src/i18n is a language; adding one adds one file. */
const files = import.meta.glob<Record<string, string>>('../i18n/*.json', { import: 'default' });

export const languages = Object.keys(files).map((path) => path.replace(/^.*\/|\.json$/g, ''));

const rememberedAs = 'dure.language';
const fallback = 'en';

/** The language chosen on this device, else what the browser asks for, if we speak one of them. */
export function ownLanguage(): string | undefined {
  const wished = [localStorage.getItem(rememberedAs), ...navigator.languages];
  const primary = wished.map((tag) => tag?.split('-')[0] ?? '');
  return primary.find((tag) => languages.includes(tag));
}

export function preferredLanguage(): string {
  return ownLanguage() ?? fallback;
}

/** A language in its own words: 한국어, English. */
export function ownName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

/** Remembers the choice on this device and shows it at once. */
export async function chooseLanguage(language: string): Promise<void> {
  localStorage.setItem(rememberedAs, language);
  await showLanguage(language);
}

export async function showLanguage(language: string): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const load = files[`../i18n/${language}.json`];
    if (!load) return;
    i18next.addResourceBundle(language, 'translation', await load());
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export async function startI18n(language: string): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  await showLanguage(language);
}

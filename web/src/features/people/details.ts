import type { Person, PersonChange } from './people';

/** The fields of a person's form: texts, empty where there is nothing. */
export type Details = Record<
  | 'name'
  | 'latinName'
  | 'chineseName'
  | 'login'
  | 'employeeNumber'
  | 'email'
  | 'mobile'
  | 'phone'
  | 'extension'
  | 'birthday'
  | 'hiredOn',
  string
>;

export const noDetails: Details = {
  name: '',
  latinName: '',
  chineseName: '',
  login: '',
  employeeNumber: '',
  email: '',
  mobile: '',
  phone: '',
  extension: '',
  birthday: '',
  hiredOn: '',
};

export function detailsOf(person: Person): Details {
  return {
    name: person.name,
    latinName: person.latinName,
    chineseName: person.chineseName,
    login: person.login ?? '',
    employeeNumber: person.employeeNumber ?? '',
    email: person.email ?? '',
    mobile: person.mobile ?? '',
    phone: person.phone,
    extension: person.extension,
    birthday: person.birthday ?? '',
    hiredOn: person.hiredOn ?? '',
  };
}

/** What is empty is left out, except the name, which the server asks for. */
export function changeOf(details: Details): PersonChange {
  const { name, ...others } = details;
  const filled = Object.entries(others).filter(([, value]) => value.trim() !== '');
  return { name: name.trim(), ...Object.fromEntries(filled) };
}
